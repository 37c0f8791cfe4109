using System.Globalization;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Scoring;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>The words and addresses of the pages that take a score apart.</summary>
internal static class WhyWords
{
    /// <summary>That this was opened, for the rep.</summary>
    public static EvidenceOpened Opened(WhyOf of) => new(of.Relationship.RepId, of.Relationship.RepName, EvidencePage.Why, of.CustomerId);

    public static string Name(ScoreKind score) => score == ScoreKind.Trust ? "Trust" : "Credibility";

    /// <summary>Words of an address: "trust" for trust, anything else for credibility.</summary>
    public static ScoreKind Score(string? word) =>
        string.Equals(word, "trust", StringComparison.OrdinalIgnoreCase) ? ScoreKind.Trust : ScoreKind.Credibility;

    /// <summary>A part of the why pages, of the same rep.</summary>
    public static string Url(WhyOf of, string part = "", string query = "")
    {
        var path = $"/customers/{of.CustomerId}/{part}";
        var rep = of.Relationship.IsOwn ? "" : $"rep={of.Relationship.RepId}";
        var all = string.Join('&', new[] { query, rep }.Where(s => s.Length > 0));
        return all.Length == 0 ? path : $"{path}?{all}";
    }

    public static IReadOnlyList<Crumb> Trail(WhyOf of) =>
        [new Crumb("Customers", "/customers"), new Crumb(of.Customer, $"/customers/{of.CustomerId}{(of.Relationship.IsOwn ? "" : $"?rep={of.Relationship.RepId}")}")];

    public static string? Lead(WhyOf of) => of.Relationship.IsOwn ? null : $"with {of.Relationship.RepName}. For coaching, not for pay or dismissal alone.";

    public static string Of(WhyPartKind part) => part switch
    {
        WhyPartKind.Start => "Start",
        WhyPartKind.Opening => "How it began",
        WhyPartKind.Reputation => "Reputation",
        WhyPartKind.Kept => "What was kept",
        WhyPartKind.Missed => "What went wrong",
        WhyPartKind.Fading => "Time passing",
        _ => "Ceiling of a lie",
    };

    public static string Of(ChangeKind kind, double points) => kind switch
    {
        ChangeKind.Fading => "Time passing: what nothing renews fades",
        ChangeKind.Ceiling => points < 0 ? "A lie holds trust down" : "The hold of a lie loosens",
        ChangeKind.KnownLater => "Entered or corrected since, about earlier days",
        ChangeKind.Rules => "The rules changed",
        ChangeKind.Reputation => "What happened with other customers",
        _ => "An event",
    };

    public static string Of(LeverRow row, CultureInfo culture)
    {
        var day = row.Event?.Day.ToString("d MMMM", culture);
        var what = row.Text ?? row.Event?.Text;
        return row.Lever.Kind switch
        {
            LeverKind.KeepPromise => $"Keep the promise “{what}”",
            LeverKind.MeetExpectation => "Meet one more expectation",
            LeverKind.Apologize => $"Apologize for {day}{Quote(what)}",
            LeverKind.MakeGood => $"Make good what went wrong on {day}{Quote(what)}",
            LeverKind.AcknowledgeLie => $"Acknowledge what was not true on {day}: from then on every kept expectation lifts the ceiling at full speed",
            _ => $"Have them confirm {day}{Quote(what)}",
        };
    }

    /// <summary>When an event happened, as it stands in the ledger's own words.</summary>
    public static string Title(LedgerFact? fact, EvidenceKind kind) => fact?.Text is { Length: > 0 } text ? text : Sign.Of(kind.ToString()).Word;

    public static string Age(int days) => days switch { 0 => "that day", 1 => "one day old", _ => $"{days} days old" };

    private static string Quote(string? text) => text is { Length: > 0 } ? $" (“{text}”)" : "";
}
