using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Ripples;

/// <summary>How far word of a breach goes, and how to meet those whom it may reach. It changes no score: only the rep's reputation does, by the rules.</summary>
public static class Ripple
{
    /// <summary>For so many days a breach with one customer is brought to mind before meeting a linked one.</summary>
    public const int Days = 90;

    /// <summary>Said of a linked customer whom the reader may not see.</summary>
    public const string CareForUnseen = "Leave it to the rep who looks after them, and talk it over with your manager.";

    /// <summary>Whether people tell each other of it: every breach but lateness, which stays where it happened.</summary>
    public static bool GoesRound(EvidenceKind kind) => BreachToRepair.IsBreach(kind) && !Units.IsLate(kind);

    /// <summary>The one of several breaches that people tell first; null when there is none.</summary>
    public static EvidenceKind? Gravest(IEnumerable<EvidenceKind> kinds)
    {
        var breaches = kinds.Where(BreachToRepair.IsBreach).ToList();
        return breaches.Count == 0 ? null : breaches.MaxBy(kind => (BreachToRepair.ClassOf(kind), !Units.IsLate(kind), kind));
    }

    /// <summary>How to meet them: first by how they are linked, then by what went wrong. What is the first customer's stays theirs.</summary>
    public static string CareFor(LinkRole role, EvidenceKind breach) => $"{First(role)} {Then(breach)}";

    private static string First(LinkRole role) => role switch
    {
        LinkRole.ReferredThem => "They gave their name for you: tell them yourself, before they hear it. Your own part in one sentence, nothing of the other’s affairs.",
        LinkRole.CameThroughThem => "They came on the other’s word. If they ask, say your own part and stop there: the rest is not yours to tell.",
        LinkRole.FormerColleagues => "They may talk of it, and that is theirs to decide. Do not bring it up; if they ask, say your own part in one sentence and stop there.",
        _ => "One house: where it touches them too, say so before it does. What it was is the other’s to tell.",
    };

    private static string Then(EvidenceKind breach) => breach switch
    {
        EvidenceKind.Lie => "Give them only words they can check.",
        EvidenceKind.Exaggeration => "Show figures before adjectives.",
        EvidenceKind.Gossip => "Speak of nobody who is not in the room.",
        EvidenceKind.Late or EvidenceKind.PromiseLate => "Be early with them the next time.",
        EvidenceKind.PromiseBroken => "Look at what you have promised them, and keep the next small thing in time.",
        _ => "Ask what they expect of you next, and write it down.",
    };
}
