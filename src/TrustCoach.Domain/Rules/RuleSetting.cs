namespace TrustCoach.Domain.Rules;

/// <summary>What a constant is counted in.</summary>
public enum RuleUnit
{
    /// <summary>Points of a score, 0 to 100.</summary>
    Points = 1,

    /// <summary>Whole days.</summary>
    Days,

    /// <summary>Whole events, misses or encounters.</summary>
    Count,

    /// <summary>Units in which one met expectation is 1.</summary>
    Encounters,

    /// <summary>A part of one; of a start it is that many hundredths of a point.</summary>
    Share,

    /// <summary>A plain factor.</summary>
    Times,
}

/// <summary>What a default rests on; scoring.md says it at length.</summary>
public enum RuleBasis
{
    /// <summary>Fitted on, or checked against, dated encounters.</summary>
    Data = 1,

    /// <summary>Published experiments and meta-analyses.</summary>
    Literature,

    /// <summary>Nobody has measured it: a considered choice.</summary>
    Judgement,
}

/// <summary>What part of the model a constant belongs to, in the order in which the rules are read.</summary>
public enum RuleGroup
{
    Credibility = 1,
    Trust,
    Opening,
    Events,
    Evidence,
    Lateness,
    Repair,
    Ceiling,
    Stages,
    Reputation,
    GiveAndTake,
    Traits,
}

/// <summary>One constant of the scoring model as a setting of an organization.</summary>
/// <param name="Path">Where it stands in <see cref="Scoring.ScoringRules"/>, such as "Units.Lie.Severe".</param>
/// <param name="Name">In plain words.</param>
/// <param name="Sentence">What it does, with an example.</param>
/// <param name="Least">The smallest value that can be published.</param>
/// <param name="Most">The largest value that can be published.</param>
/// <param name="Step">The step a form offers; days and counts are whole.</param>
/// <param name="Why">What the default rests on, in words.</param>
public sealed record RuleSetting(
    string Path, RuleGroup Group, string Name, string Sentence, double Least, double Most, double Step, RuleUnit Unit, RuleBasis Basis, string Why)
{
    /// <summary>What every organization starts with.</summary>
    public double Default { get; init; }

    public bool IsWhole => Unit is RuleUnit.Days or RuleUnit.Count;
}

/// <summary>A constant that differs between two sets of rules.</summary>
public sealed record RuleChange(RuleSetting Setting, double Before, double After);
