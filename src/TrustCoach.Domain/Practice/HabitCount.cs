namespace TrustCoach.Domain.Practice;

/// <summary>How often it was done: so many of so many.</summary>
public readonly record struct HabitCount(int Done, int Of)
{
    /// <summary>0 to 1; of nothing, 0.</summary>
    public double Share => Of == 0 ? 0 : (double)Done / Of;

    /// <summary>
    /// The score interval of a share (Wilson 1927): the shares that would give such a count often enough. Of nothing it is everything.
    /// </summary>
    /// <param name="z">Standard deviations of half a band; 1.2816 for 80 %.</param>
    public (double Low, double High) Interval(double z)
    {
        if (Of == 0)
            return (0, 1);
        var (n, p, z2) = ((double)Of, Share, z * z);
        var middle = p + (z2 / (2 * n));
        var half = z * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n)));
        // A share of nothing or all is an end of its own interval, rounding or not.
        return (Math.Clamp((middle - half) / (1 + (z2 / n)), 0, p), Math.Clamp((middle + half) / (1 + (z2 / n)), p, 1));
    }
}

/// <summary>What a comparison allows to say.</summary>
public enum HabitVerdict
{
    /// <summary>Fewer than three counted on one side.</summary>
    TooEarly,

    /// <summary>The interval of the difference holds zero.</summary>
    CannotTell,

    Better,
    Worse,
}

/// <summary>A habit before and after, with the 80 % interval of the difference of the shares.</summary>
/// <param name="Low">Lower end of after less before, -1 to 1.</param>
/// <param name="High">Upper end, -1 to 1.</param>
public sealed record HabitComparison(HabitCount Before, HabitCount After, double Low, double High, HabitVerdict Verdict)
{
    /// <summary>
    /// Compares two shares by the hybrid score interval of their difference (Newcombe 1998, Statistics in Medicine 17, 873-890,
    /// method 10), which holds for small counts and for shares of nothing or all.
    /// </summary>
    /// <param name="z">Standard deviations of half a band; 1.2816 for 80 %.</param>
    /// <param name="enough">Counted on each side before anything is said.</param>
    public static HabitComparison Of(HabitCount before, HabitCount after, double z, int enough)
    {
        var ((low1, high1), (low2, high2)) = (after.Interval(z), before.Interval(z));
        var difference = after.Share - before.Share;
        var low = difference - Distance(after.Share - low1, high2 - before.Share);
        var high = difference + Distance(high1 - after.Share, before.Share - low2);
        var verdict = before.Of < enough || after.Of < enough ? HabitVerdict.TooEarly
            : low > 0 ? HabitVerdict.Better
            : high < 0 ? HabitVerdict.Worse
            : HabitVerdict.CannotTell;
        return new(before, after, low, high, verdict);
    }

    private static double Distance(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
