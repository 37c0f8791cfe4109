using System.Globalization;

namespace TrustCoach.Domain.Dates;

/// <summary>Elapsed time in words, as exact as it matters: "25 min", "3 h 20 min", "1 day 5 h", "9 days".</summary>
public static class ElapsedWords
{
    /// <summary>Plain time on the clock, nights and weekends included; parts of the smallest unit are left out.</summary>
    public static string Of(TimeSpan elapsed)
    {
        var minutes = Math.Max(0, (long)elapsed.TotalMinutes);
        var (hours, days) = (minutes / 60, minutes / (24 * 60));
        return minutes == 0 ? "less than a minute"
            : hours == 0 ? $"{N(minutes)} min"
            : days == 0 ? Two($"{N(hours)} h", minutes % 60, "min")
            : days < 7 ? Two(days == 1 ? "1 day" : $"{N(days)} days", hours % 24, "h")
            : $"{N(days)} days";
    }

    private static string Two(string first, long rest, string unit) => rest == 0 ? first : $"{first} {N(rest)} {unit}";

    private static string N(long number) => number.ToString(CultureInfo.InvariantCulture);
}
