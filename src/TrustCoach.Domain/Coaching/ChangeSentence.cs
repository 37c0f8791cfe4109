using System.Globalization;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>A change in one sentence: from where to where, since when, and what moved it most.</summary>
public static class ChangeSentence
{
    /// <summary>'Credibility 66, down 8 since your last visit: “send the brochure”, not kept.'</summary>
    /// <param name="name">The score: "Credibility".</param>
    /// <param name="since">"since last week".</param>
    /// <param name="words">What happened in an event, as the end of a sentence; null when it is not known.</param>
    public static string Of(string name, ScoreChange change, string since, Func<Guid, string?> words)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(words);
        var (before, after) = (Whole(change.Before), Whole(change.After));
        var now = string.Create(CultureInfo.InvariantCulture, $"{name} {after}");
        if (before == after)
            return $"{now}, unchanged {since}.";
        var moved = Movement(after - before);
        var causes = change.Lines.Where(l => Math.Sign(l.Points) == Math.Sign(after - before)).ToList();
        return causes.Count == 0 ? $"{now}, {moved} {since}." : $"{now}, {moved} {since}: {Cause(causes, words)}.";
    }

    /// <summary>Points as a whole number, halves away from zero.</summary>
    internal static int Whole(double points) => (int)Math.Round(points, MidpointRounding.AwayFromZero);

    /// <summary>"down 8".</summary>
    internal static string Movement(int change) => string.Create(CultureInfo.InvariantCulture, $"{(change > 0 ? "up" : "down")} {Math.Abs(change)}");

    // All fading together is one cause; each event is one of its own.
    private static string Cause(List<ChangeLine> lines, Func<Guid, string?> words)
    {
        var fading = lines.Where(l => l.Kind == ChangeKind.Fading).Sum(l => l.Points);
        var most = lines.Where(l => l.Kind != ChangeKind.Fading).DefaultIfEmpty().MaxBy(l => Math.Abs(l.Points));
        if (Math.Abs(fading) >= Math.Abs(most.Points))
            return fading > 0 ? "what went wrong fades with time" : "older proof fades";
        return most.Kind switch
        {
            ChangeKind.KnownLater => "something about earlier days was entered or corrected later",
            ChangeKind.Rules => "the rules changed",
            ChangeKind.Reputation => "what happened with other customers",
            ChangeKind.Ceiling => most.Points > 0 ? "the hold of a lie loosens" : "a lie holds trust down",
            _ => (most.EvidenceId is { } id ? words(id)?.TrimEnd('.', ' ') : null) ?? (most.Points > 0 ? "an expectation was met" : "an expectation was missed"),
        };
    }
}
