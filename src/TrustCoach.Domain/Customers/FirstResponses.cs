namespace TrustCoach.Domain.Customers;

/// <summary>How quickly somebody was there, over several times of need.</summary>
/// <param name="Count">Times of need.</param>
/// <param name="Answered">Those that somebody answered.</param>
/// <param name="Median">Of the answered ones; null while fewer than <see cref="Enough"/> were.</param>
public sealed record FirstResponses(int Count, int Answered, TimeSpan? Median)
{
    /// <summary>So many have to be answered before their median says anything.</summary>
    public const int Enough = 3;

    /// <param name="waits">One for each time of need: how long the first response took, or null where there was none.</param>
    public static FirstResponses Of(IEnumerable<TimeSpan?> waits)
    {
        var all = waits.ToList();
        var sorted = all.OfType<TimeSpan>().Order().ToList();
        TimeSpan? median = sorted.Count < Enough ? null
            : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
        return new(all.Count, sorted.Count, median);
    }
}
