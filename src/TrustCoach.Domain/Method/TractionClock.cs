namespace TrustCoach.Domain.Method;

/// <summary>What shows that a relationship gains traction.</summary>
public enum TractionMark
{
    /// <summary>The first promise of ours that was kept in time.</summary>
    PromiseKept,

    /// <summary>They met or spoke again, on a later day; letters and messages are no meeting.</summary>
    MetAgain,

    /// <summary>The first contact the customer started.</summary>
    TheyStarted,

    /// <summary>The first day that ended credible.</summary>
    Credible,
}

/// <summary>How far a relationship has come to one mark.</summary>
/// <param name="Days">From the first contact to the mark; so far, when it has not come. From 0.</param>
/// <param name="Encounters">Up to the mark's day, the first included; null when it has not come.</param>
public readonly record struct TractionReading(TractionMark Mark, int Days, int? Encounters)
{
    public bool Reached => Encounters is not null;
}

/// <summary>The days and counts a traction clock is read from.</summary>
/// <param name="First">Of the first contact; null before there was one.</param>
/// <param name="Reached">Each mark that has come: its day, and the encounters up to and including that day.</param>
/// <param name="Until">Where the clock stops: today, or the day the relationship ended.</param>
public sealed record TractionFacts(DateOnly? First, IReadOnlyDictionary<TractionMark, (DateOnly Day, int Encounters)> Reached, DateOnly Until);

/// <summary>How quickly a relationship gained traction: days and encounters from the first contact to four marks.</summary>
public static class TractionClock
{
    /// <summary>The four marks in their order; empty before the first contact.</summary>
    public static IReadOnlyList<TractionReading> Read(TractionFacts facts)
    {
        if (facts.First is not { } first)
            return [];
        // What was promised before the first contact that was logged counts as of that day.
        int Since(DateOnly day) => Math.Max(0, day.DayNumber - first.DayNumber);
        return
        [
            .. Enum.GetValues<TractionMark>().Select(mark => facts.Reached.TryGetValue(mark, out var came)
                ? new TractionReading(mark, Since(came.Day), Math.Max(1, came.Encounters))
                : new TractionReading(mark, Since(facts.Until), null)),
        ];
    }
}

/// <summary>The median of a waiting time of which some are still running.</summary>
/// <param name="Of">Relationships it is read from.</param>
/// <param name="Reached">Of these, those that have reached the mark.</param>
/// <param name="Median">By when half have reached it; null when it cannot be said, or fewer than half will have by what is known.</param>
public sealed record MedianWait(int Of, int Reached, int? Median)
{
    /// <summary>Fewer reached are too early to say.</summary>
    public const int Enough = 3;

    public bool TooEarly => Reached < Enough;

    /// <summary>
    /// The product-limit estimate (Kaplan and Meier 1958): who still waits counts for as long as they have waited, so that young
    /// relationships make no median shorter or longer.
    /// </summary>
    public static MedianWait Read(IReadOnlyCollection<(int Wait, bool Reached)> waits)
    {
        var reached = waits.Count(w => w.Reached);
        if (reached < Enough)
            return new(waits.Count, reached, null);
        var (left, waiting) = (1.0, waits.Count);
        foreach (var at in waits.GroupBy(w => w.Wait).OrderBy(g => g.Key))
        {
            var came = at.Count(w => w.Reached);
            left *= 1 - ((double)came / waiting);
            if (left <= 0.5 + 1e-9)
                return new(waits.Count, reached, at.Key);
            waiting -= at.Count();
        }

        return new(waits.Count, reached, null);
    }
}
