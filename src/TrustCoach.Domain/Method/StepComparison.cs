namespace TrustCoach.Domain.Method;

/// <summary>What a comparison of relationships with and without a step allows to say.</summary>
public enum StepVerdict
{
    /// <summary>Fewer than three on a side can be compared with their like.</summary>
    TooEarly,

    /// <summary>The interval holds zero.</summary>
    NoDifferenceSeen,

    More,
    Less,
}

/// <summary>Early credibility with a step and without it.</summary>
/// <param name="With">Relationships with the step that have some like them without it.</param>
/// <param name="Without">The other way about.</param>
/// <param name="Unmatched">Judged relationships that are left out, because nobody of the other side began like them.</param>
/// <param name="Plain">Difference of the plain means in points, over all of both sides; null when one is empty.</param>
/// <param name="Difference">With less without in points, like compared with like; means nothing while too early.</param>
/// <param name="Low">Lower end of its interval.</param>
/// <param name="High">Upper end.</param>
public sealed record StepComparison(
    MethodStep Step, int With, int Without, int Unmatched, double? Plain, double Difference, double Low, double High, StepVerdict Verdict)
{
    /// <summary>Fewer on a side are too early to say.</summary>
    public const int Enough = 3;

    /// <summary>The share of teams in which nothing works and yet any step of the card may show a difference.</summary>
    public const double FalseAlarms = 0.05;

    /// <summary>
    /// Compares every step of a card. Relationships are split by how they began (climate, burned before), the difference is taken within
    /// each part and the parts are weighed by n1*n0/(n1+n0), which is the least-squares effect beside one level for each part. The
    /// interval is Student's with the spread within the parts, widened for the number of steps on the card (Bonferroni).
    /// </summary>
    /// <param name="early">Those with enough judged events in the days after.</param>
    public static IReadOnlyList<StepComparison> Of(IReadOnlyList<MethodStep> steps, IReadOnlyCollection<EarlyRelationship> early) =>
        [.. steps.Select(step => Of(step, early, FalseAlarms / Math.Max(1, steps.Count)))];

    private static StepComparison Of(MethodStep step, IReadOnlyCollection<EarlyRelationship> early, double alarms)
    {
        var offered = early.Where(e => e.Offered.Contains(step.Id)).ToList();
        var parts = offered.GroupBy(e => e.Opening)
            .Select(g => (With: Points(g, step, true), Without: Points(g, step, false)))
            .Where(p => p.With.Length > 0 && p.Without.Length > 0).ToList();
        var (with, without) = (parts.Sum(p => p.With.Length), parts.Sum(p => p.Without.Length));
        var (allWith, allWithout) = (Points(offered, step, true), Points(offered, step, false));
        double? plain = allWith.Length > 0 && allWithout.Length > 0 ? allWith.Average() - allWithout.Average() : null;
        var freedom = with + without - (2 * parts.Count);
        if (with < Enough || without < Enough || freedom < Enough)
            return new(step, with, without, offered.Count - with - without, plain, 0, 0, 0, StepVerdict.TooEarly);

        double Weight((double[] With, double[] Without) part) => (double)part.With.Length * part.Without.Length / (part.With.Length + part.Without.Length);
        var weight = parts.Sum(Weight);
        var difference = parts.Sum(p => Weight(p) * (p.With.Average() - p.Without.Average())) / weight;
        var spread = parts.Sum(p => Scatter(p.With) + Scatter(p.Without)) / freedom;
        var half = StudentT.Quantile(1 - (alarms / 2), freedom) * Math.Sqrt(spread / weight);
        var (low, high) = (difference - half, difference + half);
        var verdict = low > 0 ? StepVerdict.More : high < 0 ? StepVerdict.Less : StepVerdict.NoDifferenceSeen;
        return new(step, with, without, offered.Count - with - without, plain, difference, low, high, verdict);
    }

    private static double[] Points(IEnumerable<EarlyRelationship> early, MethodStep step, bool with) =>
        [.. early.Where(e => e.Ticked.Contains(step.Id) == with).Select(e => e.Credibility)];

    private static double Scatter(double[] points)
    {
        var mean = points.Average();
        return points.Sum(p => (p - mean) * (p - mean));
    }
}
