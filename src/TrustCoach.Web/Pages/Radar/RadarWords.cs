using TrustCoach.Domain.Practice;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Radar;

/// <summary>The radar in words and as a file.</summary>
public static class RadarWords
{
    /// <summary>The rule, as it is applied.</summary>
    public const string Rule = "Three close calls of one kind within 30 days are a pattern; two are worth watching. Counted, not weighed: no score knows them.";

    /// <summary>The first thing on the page.</summary>
    public static string Title(Domain.Practice.Radar radar) => radar.Repeating switch
    {
        [{ State: RadarState.Pattern }, ..] => "A pattern",
        [_, ..] => "Worth watching",
        _ => "Nothing repeats",
    };

    /// <summary>"Pattern" or "Watch".</summary>
    public static string Of(RadarState state) => state == RadarState.Pattern ? "Pattern" : "Watch";

    /// <summary>"n1" to "n4": how large the mark of a count is drawn.</summary>
    public static string Mark(int count) => $"n{Math.Min(count, 4)}";

    /// <summary>The eight weeks, one row for each kind.</summary>
    public static Sheet Sheet(Domain.Practice.Radar radar) => new(
        "small things", ["Close call", .. radar.Mondays.Select(day => $"Week of {day:yyyy-MM-dd}"), $"In {Domain.Practice.Radar.Window} days", "Broken in the same days"],
        radar.Lines.Select(object?[] (line) => [line.Facts.Name, .. line.Weeks.Cast<object?>(), line.Count, line.Broken]));
}
