using System.Globalization;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Customers;

/// <summary>Says an event in the rep's own words.</summary>
internal static class LedgerFactWords
{
    private const int LongestQuote = 90;

    /// <summary>The event as the end of a sentence: '“send the brochure”, promised for 17 November, not kept'.</summary>
    public static string Words(this LedgerFact fact, CultureInfo culture)
    {
        var happened = fact.Kind switch
        {
            EvidenceKind.Met => "met",
            EvidenceKind.Exceeded => "exceeded",
            EvidenceKind.Missed => "missed",
            EvidenceKind.PromiseKept => "kept",
            EvidenceKind.PromiseExceeded => "more than kept",
            EvidenceKind.PromiseLate => "not on time",
            EvidenceKind.PromiseBroken => "not kept",
            EvidenceKind.PromiseRenegotiated => "moved in time",
            EvidenceKind.Late => "late",
            EvidenceKind.Gossip => "gossip",
            EvidenceKind.Exaggeration => "an exaggeration",
            EvidenceKind.Lie => "a lie or distortion",
            EvidenceKind.Apology => "an apology",
            _ => "made good",
        };
        var due = fact is { Due: { } day, Kind: EvidenceKind.PromiseBroken or EvidenceKind.PromiseLate }
            ? $", promised for {day.ToString(culture.DateTimeFormat.MonthDayPattern, culture)}" : "";
        if (fact.Text is not { Length: > 0 } text)
            return fact.PromiseId is null && fact.Kind is EvidenceKind.Met or EvidenceKind.Exceeded or EvidenceKind.Missed ? $"an expectation was {happened}" : happened;
        text = text.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return $"“{(text.Length > LongestQuote ? $"{text[..LongestQuote].TrimEnd()}…" : text)}”{due}, {happened}";
    }
}
