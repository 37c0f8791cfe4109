namespace TrustCoach.Domain.Scoring;

/// <summary>How a rep gives and takes beyond business. The numbers are stable.</summary>
public enum Exchange : short
{
    TooEarly = 1,

    /// <summary>Gives more than is returned; can be exploited.</summary>
    Altruist = 2,

    Reciprocator = 3,

    /// <summary>Takes more than is given.</summary>
    Cheater = 4,
}

/// <summary>Give and take between rep and customer (scoring.md 4.7). Touches neither score.</summary>
/// <param name="Gave">g: value of what the rep gave, faded.</param>
/// <param name="Took">r: value of what the rep took, faded.</param>
/// <param name="Beta">Between -1 (takes) and 1 (gives).</param>
public sealed record Reciprocity(double Gave, double Took, double Beta, Exchange Kind)
{
    /// <summary>Reads a standing on a day.</summary>
    public static Reciprocity Of(Standing standing, int day, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(rules);
        var factor = Fading.Of(rules.Reciprocity.HalfLife).ToDay(day);
        return Of(standing.Gave * factor, standing.Took * factor, rules);
    }

    /// <summary>Reads faded sums, of one relationship or of many together.</summary>
    public static Reciprocity Of(double gave, double took, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var limits = rules.Reciprocity;
        var beta = (gave - took) / (gave + took + limits.Prior);
        var kind = gave + took < limits.Enough ? Exchange.TooEarly
            : beta > limits.Altruist ? Exchange.Altruist
            : beta < limits.Cheater ? Exchange.Cheater
            : Exchange.Reciprocator;
        return new Reciprocity(gave, took, beta, kind);
    }

    /// <summary>The same from the customer's side.</summary>
    public Reciprocity Mirrored(ScoringRules rules) => Of(Took, Gave, rules);
}
