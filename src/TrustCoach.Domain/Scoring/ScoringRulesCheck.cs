using System.Globalization;

namespace TrustCoach.Domain.Scoring;

/// <summary>What rules must fulfil so that the model's promises hold: scores between 0 and 100, ceilings that only rise, sums that fit.</summary>
public static class ScoringRulesCheck
{
    /// <summary>Half-lives below this do not fit into a landmark sum; in days.</summary>
    public const int ShortestHalfLife = 40;

    /// <summary>The longest half-life, in days.</summary>
    public const int LongestHalfLife = 4_000;

    /// <summary>Everything wrong with a set of rules; empty when it can be published. Fields are paths such as "Trust.LossRatio".</summary>
    public static IEnumerable<Problem> Problems(ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return HalfLives(rules).Concat(Scores(rules)).Concat(UnitsOf(rules)).Concat(Ceilings(rules.Ceiling)).Concat(Rest(rules));
    }

    private static IEnumerable<Problem> HalfLives(ScoringRules rules)
    {
        (string, int)[] all =
        [
            ("Credibility.HalfLife", rules.Credibility.HalfLife), ("Trust.HalfLife", rules.Trust.HalfLife),
            ("IntegrityHalfLife", rules.IntegrityHalfLife), ("LatenessHalfLife", rules.LatenessHalfLife),
            ("EvidenceHalfLife", rules.EvidenceHalfLife), ("ForecastHalfLife", rules.ForecastHalfLife),
            ("Reciprocity.HalfLife", rules.Reciprocity.HalfLife), ("Traits.HalfLife", rules.Traits.HalfLife),
        ];
        return all.SelectMany(h => Between(h.Item1, h.Item2, ShortestHalfLife, LongestHalfLife));
    }

    private static IEnumerable<Problem> Scores(ScoringRules rules) =>
        new[] { (nameof(rules.Credibility), rules.Credibility), (nameof(rules.Trust), rules.Trust) }.SelectMany(s =>
            Between($"{s.Item1}.Prior", s.Item2.Prior, 0.1, 1_000)
                .Concat(Between($"{s.Item1}.Start", s.Item2.Start, 0.01, 0.99))
                .Concat(Between($"{s.Item1}.ReputationGain", s.Item2.ReputationGain, 0, 0.99 - s.Item2.Start))
                .Concat(Between($"{s.Item1}.LossRatio", s.Item2.LossRatio, 0.1, 100))
                .Concat(Between($"{s.Item1}.ClimateShare", s.Item2.ClimateShare, 0, 1)));

    private static IEnumerable<Problem> UnitsOf(ScoringRules rules)
    {
        var units = rules.Units;
        return Rising("Units.Missed", units.Missed)
            .Concat(Rising("Units.PromiseBroken", units.PromiseBroken))
            .Concat(Rising("Units.Gossip", units.Gossip))
            .Concat(Rising("Units.Lie", units.Lie))
            .Concat(Between("Units.Met", units.Met, 0.01, 100))
            .Concat(Between("Units.Exceeded", units.Exceeded, units.Met, 100))
            .Concat(Between("Units.Renegotiated", units.Renegotiated, 0.01, units.Met))
            .Concat(Between("Units.Late", units.Late, 0.01, 100))
            .Concat(Between("Units.SelfReported", units.SelfReported, 0.01, units.Witnessed))
            .Concat(Between("Units.Witnessed", units.Witnessed, 0.01, units.CustomerConfirmed))
            .Concat(Between("Units.CustomerConfirmed", units.CustomerConfirmed, 0.01, 10));
    }

    private static IEnumerable<Problem> Ceilings(CeilingRules rules) =>
        Enumerable.Range(1, 3).SelectMany(severity =>
                Between("Ceiling.AtOnce", rules.AtOnce[severity], 1, rules.AtMost[severity])
                    .Concat(Between("Ceiling.AtMost", rules.AtMost[severity], 1, 100)))
            .Concat(Between("Ceiling.HalfWay", rules.HalfWay, 0.1, 1_000))
            .Concat(Between("Ceiling.BeforeAcknowledged", rules.BeforeAcknowledged, 0, 1));

    private static IEnumerable<Problem> Rest(ScoringRules rules)
    {
        var repairs = rules.Repair.Apology + rules.Repair.MakeGood + rules.Repair.OwnedUp;
        return Between("Repair.Apology", rules.Repair.Apology, 0, 1)
            .Concat(Between("Repair.MakeGood", rules.Repair.MakeGood, 0, 1))
            .Concat(Between("Repair.OwnedUp", rules.Repair.OwnedUp, 0, 0.99))
            .Concat(repairs <= 1 ? [] : [new Problem("Repair", "Together the repairs must not take off more than the whole miss.")])
            .Concat(Between("Repair.WithinDays", rules.Repair.WithinDays, 0, 365))
            .Concat(Between("LatenessMost", rules.LatenessMost, 1, 100))
            .Concat(Between("DayCap", rules.DayCap, 0.01, 100))
            .Concat(Between("GraceDays", rules.GraceDays, 0, 365))
            .Concat(Between("Reputation.Team", rules.Reputation.Team, 0, 1))
            .Concat(Between("Reputation.TeamWeight", rules.Reputation.TeamWeight, 0.1, 1_000))
            .Concat(Between("Reputation.ForecastPrior", rules.Reputation.ForecastPrior, 0.1, 1_000))
            .Concat(Between("Reputation.ConfidencePrior", rules.Reputation.ConfidencePrior, 0.1, 1_000))
            .Concat(Between("Reputation.RollUpWeight", rules.Reputation.RollUpWeight, 0.1, 1_000))
            .Concat(Between("Reputation.MostOfOneCustomer", rules.Reputation.MostOfOneCustomer, 0.1, 1_000))
            .Concat(Between("Stages.EnoughEvents", rules.Stages.EnoughEvents, 1, 100))
            .Concat(Between("Traits.Prior", rules.Traits.Prior, 0.1, 1_000))
            .Concat(Between("Reciprocity.Prior", rules.Reciprocity.Prior, 0.1, 1_000));
    }

    private static IEnumerable<Problem> Rising(string field, BySeverity value) =>
        value is { Mild: > 0 and <= 100, Normal: <= 100, Severe: <= 100 } && value.Mild <= value.Normal && value.Normal <= value.Severe
            ? []
            : [new Problem(field, "Must be above 0, at most 100, and not fall from mild to severe.")];

    private static IEnumerable<Problem> Between(string field, double value, double least, double most) =>
        value >= least && value <= most
            ? []
            : [new Problem(field, string.Create(CultureInfo.InvariantCulture, $"Must lie between {least:0.##} and {most:0.##}."))];
}
