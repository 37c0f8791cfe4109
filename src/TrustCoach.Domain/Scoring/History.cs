namespace TrustCoach.Domain.Scoring;

/// <summary>A reading on a day.</summary>
public readonly record struct HistoryPoint(int Day, Reading Reading);

/// <summary>Readings over time, for charts and weekly points.</summary>
public static class History
{
    /// <summary>Reads a relationship on many ascending days in one pass. Promises broken by the clock come as ordinary evidence.</summary>
    /// <param name="rho">The rep's reputation in the other relationships, 0 to 1.</param>
    /// <exception cref="ArgumentException">The days do not ascend.</exception>
    public static IReadOnlyList<HistoryPoint> Points(
        ReadOnlySpan<Evidence> evidence, Opening opening, double rho, IEnumerable<int> days, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(days);
        var points = new List<HistoryPoint>();
        var standing = new Standing();
        using var ordered = new Ordered(evidence);
        var folding = new Folding(standing, ordered, rules);
        foreach (var day in days)
        {
            if (points.Count > 0 && day < points[^1].Day)
                throw new ArgumentException("Days must ascend.", nameof(days));

            folding.AdvanceTo(day);
            points.Add(new HistoryPoint(day, ScoreReader.Read(standing, opening, rho, day, rules)));
        }

        return points;
    }

    /// <summary>
    /// The sums of a relationship on many ascending days in one pass, to be read with the reputation of each day: it moves with the
    /// rep's other relationships.
    /// </summary>
    /// <exception cref="ArgumentException">The days do not ascend.</exception>
    public static Sums[] SumsOn(ReadOnlySpan<Evidence> evidence, ReadOnlySpan<int> days, ScoringRules rules)
    {
        var sums = new Sums[days.Length];
        var standing = new Standing();
        using var ordered = new Ordered(evidence);
        var folding = new Folding(standing, ordered, rules);
        for (var i = 0; i < days.Length; i++)
        {
            if (i > 0 && days[i] < days[i - 1])
                throw new ArgumentException("Days must ascend.", nameof(days));

            folding.AdvanceTo(days[i]);
            sums[i] = standing.On(days[i], rules);
        }

        return sums;
    }
}
