using System.Globalization;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Scoring;
using TrustCoach.Web.Charts;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Pages.Customers;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.History;

/// <summary>A history as the chart takes it.</summary>
/// <param name="Label">Whose it is.</param>
/// <param name="Note">What its points are, in a sentence.</param>
public sealed record HistoryView(string Label, string Note, ScoreHistory Of)
{
    /// <summary>Marks drawn below the lines besides the breakers, which are all drawn.</summary>
    private const int MostMarks = 120;

    public static IReadOnlyList<Tab> Spans { get; } =
        [.. HistorySpan.Choices.Select(weeks => new Tab(Name(weeks), weeks?.ToString(CultureInfo.InvariantCulture) ?? "all"))];

    public string Span => Of.Span.Weeks?.ToString(CultureInfo.InvariantCulture) ?? "all";

    public IReadOnlyList<HistoryPoint> Points => [.. Of.Points.Select(p =>
        new HistoryPoint(p.Day, p.Credibility, p.HalfBandCredibility, p.Trust, p.TooEarly, p.HalfBandTrust))];

    public IReadOnlyList<HistoryMark> Marks =>
    [
        .. MarksOf(Of.Events),
        .. Of.Rules.Select(r => new HistoryMark(r.Day, "Rules", $"Version {r.Version}: {r.Title}", $"/settings/rules?version={r.Version}")),
    ];

    /// <summary>The points as a file, oldest first; where it is too early to say, no numbers.</summary>
    public Sheet Sheet => new(
        $"history-{Label}", ["Day", "Credibility", "Credibility band", "Trust", "Trust band"],
        Of.Points.Select(p => p.TooEarly
            ? new object?[] { p.Day, null, null, null, null }
            : [p.Day, p.Credibility, p.HalfBandCredibility, p.Trust, p.HalfBandTrust]));

    /// <summary>The newest events and every breaker.</summary>
    public static IEnumerable<HistoryMark> MarksOf(IReadOnlyList<LedgerFact> events)
    {
        var from = Math.Max(events.Count - MostMarks, 0);
        return events.Where((e, i) => i >= from || Sign.Of(e.Kind.ToString()).Tone == "broken")
            .Select(e => new HistoryMark(e.Day, e.Kind.ToString(), e.Text ?? "", DetailsModel.UrlOf(e)));
    }

    private static string Name(int? weeks) => weeks switch { 13 => "3 months", 52 => "A year", 156 => "3 years", _ => "All" };
}
