using System.Globalization;

namespace TrustCoach.Services.Digests;

/// <summary>Words that several sections share. Mails are English; days are written out, so that no order of numbers is guessed.</summary>
internal static class DigestWords
{
    /// <summary>Days a digest looks back, today included.</summary>
    public const int Days = 7;

    /// <summary>So many of a kind are named; the rest is counted.</summary>
    public const int MostNamed = 5;

    private const int LongestQuote = 90;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Friday 27 November".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM", English);

    /// <summary>"16 to 22 November", or with both months where they differ.</summary>
    public static string Span(DateOnly from, DateOnly to) =>
        $"{from.ToString(from.Month == to.Month ? "%d" : "d MMMM", English)} to {to.ToString("d MMMM", English)}";

    /// <summary>When something is owed, seen from today.</summary>
    public static string Due(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < -1 and var late => $"Overdue {-late} days",
        -1 => "Overdue since yesterday",
        0 => "Today",
        1 => "Tomorrow",
        _ => Day(due),
    };

    public static string Points(double points) => Math.Round(points, MidpointRounding.AwayFromZero).ToString("0", English);

    /// <summary>"up 3", "down 8" or "unchanged", between two numbers as they are shown.</summary>
    public static string Movement(double before, double now)
    {
        var change = (int)(Math.Round(now, MidpointRounding.AwayFromZero) - Math.Round(before, MidpointRounding.AwayFromZero));
        return change == 0 ? "unchanged" : string.Create(English, $"{(change > 0 ? "up" : "down")} {Math.Abs(change)}");
    }

    /// <summary>What somebody wrote, on one line and not too long of it.</summary>
    public static string Quote(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestQuote ? line : line[..LongestQuote].TrimEnd() + "…";
    }
}
