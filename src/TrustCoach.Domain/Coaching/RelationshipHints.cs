using System.Globalization;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>Why a relationship needs its rep, gravest first.</summary>
public enum RelationshipRule
{
    Lie = 1,
    IllWord,
    PromiseBroken,
    LatenessHabit,
    TwoOfLastFiveMissed,
    MissedLately,
    AtRisk,
    Quiet,
    Fading,
}

/// <summary>What is known of one relationship's last days; the hints are rules over it.</summary>
/// <param name="Days">How many days "lately" is.</param>
/// <param name="Missed">What was missed in those days, by kind, most often first.</param>
/// <param name="QuietDays">Days since the last contact; null when there was none.</param>
/// <param name="BreachDays">Days since the last lie, gossip or exaggeration that still puts the relationship at risk; null when none does.</param>
/// <param name="RepairableUntil">The last day on which an apology or a make-good still counts for a miss that had neither; null when there is none.</param>
public sealed record RelationshipSigns(
    Stage Stage, bool TwoOfLastFiveMissed, bool LatenessHabit, IReadOnlyList<(EvidenceKind Kind, int Count)> Missed, int? QuietDays, int Days,
    int? BreachDays = null, DateOnly? RepairableUntil = null);

/// <summary>Why a relationship needs its rep, and one thing to do about it.</summary>
/// <param name="Reason">A sentence from what was logged, with its counts.</param>
/// <param name="Act">One suggested act.</param>
/// <param name="Evidence">The kinds of events it came from; empty when the point is that nothing happened.</param>
public sealed record RelationshipHint(RelationshipRule Rule, string Reason, string Act, IReadOnlyList<EvidenceKind> Evidence)
{
    /// <summary>The rule's name, in words.</summary>
    public string Name => Rule switch
    {
        RelationshipRule.Lie => "Facts were distorted",
        RelationshipRule.IllWord => "Gossip or exaggeration",
        RelationshipRule.PromiseBroken => "A broken promise",
        RelationshipRule.LatenessHabit => "Lateness is becoming a habit",
        RelationshipRule.TwoOfLastFiveMissed => "Two of the last five missed",
        RelationshipRule.MissedLately => "A miss lately",
        RelationshipRule.AtRisk => "At risk",
        RelationshipRule.Quiet => "Quiet",
        _ => "Fading",
    };
}

/// <summary>Why a relationship needs its rep and what to do next: named rules over what was logged. The gravest one speaks.</summary>
public static class RelationshipHints
{
    // Silence of so many days is told besides another reason.
    private const int WorthTelling = 14;

    private static readonly EvidenceKind[] Lateness = [EvidenceKind.Late, EvidenceKind.PromiseLate];

    public static RelationshipHint For(RelationshipSigns signs)
    {
        ArgumentNullException.ThrowIfNull(signs);
        RelationshipHint Hint(RelationshipRule rule, string act, params EvidenceKind[] kinds) =>
            new(rule, Reason(signs, rule), act, [.. signs.Missed.Select(m => m.Kind).Where(kind => kinds.Length == 0 || kinds.Contains(kind))]);

        bool Saw(params EvidenceKind[] kinds) => signs.Missed.Any(m => kinds.Contains(m.Kind));
        if (Saw(EvidenceKind.Lie))
            return Hint(RelationshipRule.Lie, "Say plainly what was not true: only that opens the way back.", EvidenceKind.Lie);
        if (Saw(EvidenceKind.Gossip, EvidenceKind.Exaggeration))
            return Hint(RelationshipRule.IllWord, "Set it straight with the plain facts, before they find out.", EvidenceKind.Gossip, EvidenceKind.Exaggeration);
        if (Saw(EvidenceKind.PromiseBroken))
            return Hint(RelationshipRule.PromiseBroken, "Own it, then give one small promise with a date you are sure of.", EvidenceKind.PromiseBroken);
        if (signs.LatenessHabit)
            return Hint(RelationshipRule.LatenessHabit, "Open the next one by naming it, and arrive early.", Lateness);
        if (signs.TwoOfLastFiveMissed)
            return Hint(RelationshipRule.TwoOfLastFiveMissed, "Name the next expectation aloud before you begin.");
        if (signs.RepairableUntil is { } until)
            return Hint(RelationshipRule.MissedLately, $"Put it right by {until.ToString("d MMMM", CultureInfo.InvariantCulture)}: an apology and a make-good each take a quarter off.");
        if (signs.Stage is Stage.AtRisk or Stage.Broken)
            return Hint(RelationshipRule.AtRisk, "Keep one small promise soon.");
        if (signs.Missed.Count > 0)
            return Hint(RelationshipRule.MissedLately, "Name what they expect next, and meet it.");
        return signs.QuietDays >= Relationship.QuietDays
            ? Hint(RelationshipRule.Quiet, "Call with one thing that is useful to them.")
            : Hint(RelationshipRule.Fading, "Meet one expectation this week: nothing was kept lately.");
    }

    private static string Reason(RelationshipSigns signs, RelationshipRule rule)
    {
        var reasons = new List<string>();
        if (signs.Missed.Count > 0)
            reasons.Add($"{Capital(string.Join(" and ", signs.Missed.Take(2).Select(Missed)))} in {signs.Days} days.");
        if (reasons.Count == 0 && signs.BreachDays is { } breach)
            reasons.Add($"What was said {breach} days ago still weighs.");
        if (rule is RelationshipRule.LatenessHabit or RelationshipRule.TwoOfLastFiveMissed)
            reasons.Add(rule == RelationshipRule.LatenessHabit ? "Lateness is becoming a habit." : "Two of the last five were missed.");
        if (signs.QuietDays >= WorthTelling && reasons.Count < 2)
            reasons.Add($"No contact for {signs.QuietDays} days.");
        if (reasons.Count == 0)
            reasons.Add(rule == RelationshipRule.AtRisk ? "Misses weigh more than what was kept." : signs.QuietDays is null ? "No contact yet." : "The score fades.");
        return string.Join(' ', reasons);
    }

    private static string Missed((EvidenceKind Kind, int Count) missed) => missed.Kind switch
    {
        EvidenceKind.Missed => Counted.Of(missed.Count, "missed expectation", "missed expectations"),
        EvidenceKind.PromiseBroken => Counted.Of(missed.Count, "broken promise", "broken promises"),
        EvidenceKind.PromiseLate => Counted.Of(missed.Count, "late promise", "late promises"),
        EvidenceKind.PromiseRenegotiated => Counted.Of(missed.Count, "promise moved again", "promises moved again"),
        EvidenceKind.Late => Counted.Of(missed.Count, "late start", "late starts"),
        EvidenceKind.Gossip => Counted.Of(missed.Count, "ill word of others", "ill words of others"),
        EvidenceKind.Exaggeration => Counted.Of(missed.Count, "exaggeration", "exaggerations"),
        _ => Counted.Of(missed.Count, "lie or distortion", "lies or distortions"),
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
