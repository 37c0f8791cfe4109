using TrustCoach.Domain.Ripples;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Briefings;

/// <summary>Why something must not go wrong in the next encounter, the gravest first.</summary>
public enum CareRule
{
    /// <summary>Facts were distorted, or others spoken ill of, and nobody has put it right.</summary>
    WordNotGood = 1,

    PromiseOverdue,
    TimeOfNeed,
    MissNotRepaired,
    LatenessHabit,
    OpenDispute,
    PromiseDue,
    FearUnanswered,
    MayHaveHeard,
    Quiet,
}

/// <summary>One thing not to get wrong.</summary>
/// <param name="Reason">The evidence, in a sentence.</param>
/// <param name="Action">What to do about it.</param>
/// <param name="Evidence">Where it can be read; null where the point is that there is nothing.</param>
public sealed record Care(CareRule Rule, string Reason, string Action, CareEvidence? Evidence = null)
{
    /// <summary>The rule's name in words.</summary>
    public string Name => Rule switch
    {
        CareRule.WordNotGood => "What was said",
        CareRule.PromiseOverdue => "Overdue promise",
        CareRule.TimeOfNeed => "Time of need",
        CareRule.MissNotRepaired => "Not put right yet",
        CareRule.LatenessHabit => "Lateness",
        CareRule.OpenDispute => "Open dispute",
        CareRule.PromiseDue => "Promise falls due",
        CareRule.FearUnanswered => "Unanswered fear",
        CareRule.MayHaveHeard => "May have heard",
        _ => "Quiet for long",
    };
}

/// <summary>What a <see cref="Care"/> was derived from: a promise, a touchpoint, a disputed ledger entry, a fear or a customer's time of need.</summary>
public sealed record CareEvidence(Guid? PromiseId = null, Guid? TouchpointId = null, Guid? DisputedId = null, Guid? FearId = null, Guid? NeedOfCustomerId = null);

/// <summary>A fear that nothing has answered.</summary>
public sealed record KnownFear(Guid Id, string Text);

/// <summary>A time of need that is open.</summary>
/// <param name="Day">The organization's day on which it began.</param>
/// <param name="Waited">Since it began.</param>
/// <param name="FirstResponse">How long the first response took; null while nobody has answered.</param>
public sealed record KnownNeed(Guid CustomerId, string Text, DateOnly Day, TimeSpan Waited, TimeSpan? FirstResponse);

/// <summary>A promise of ours that is open.</summary>
/// <param name="Waits">Its condition is still to come true: its date binds nobody yet.</param>
public sealed record OwedWord(Guid Id, string Text, DateOnly DueDay, bool Overdue, bool Waits);

/// <summary>A breach that nobody has answered with an apology or something done.</summary>
/// <param name="Words">What was promised or expected; null when nothing was written.</param>
/// <param name="Held">Disputed and not yet answered.</param>
public sealed record OpenBreach(Guid Id, EvidenceKind Kind, DateOnly Day, string? Words, bool Held, Guid? TouchpointId, Guid? PromiseId);

/// <summary>A breach of the same rep with a customer who knows this one, not put right yet.</summary>
/// <param name="Customer">Whom it happened with; the reader may see them.</param>
/// <param name="Role">What the customer to be met is to the one it happened with.</param>
public sealed record HeardBreach(EvidenceKind Kind, DateOnly Day, string Customer, LinkRole Role, Guid? TouchpointId, Guid? PromiseId);

/// <summary>All that the rules of a briefing look at.</summary>
/// <param name="Breaches">Newest first.</param>
/// <param name="LastLate">The last day of lateness when it has become a habit; null otherwise.</param>
/// <param name="Fears">Unanswered ones, the oldest first.</param>
/// <param name="LastContact">Null before the first.</param>
/// <param name="MeetingOn">The day of the encounter; today when none is planned.</param>
public sealed record BriefingSigns(
    IReadOnlyList<OwedWord> Owed, IReadOnlyList<OpenBreach> Breaches, DateOnly? LastLate, IReadOnlyList<KnownFear> Fears,
    DateOnly? LastContact, DateOnly MeetingOn, DateOnly Today)
{
    /// <summary>What they may have heard from somebody they know; null where there is nothing.</summary>
    public HeardBreach? Heard { get; init; }

    /// <summary>Null when the customer is in no time of need.</summary>
    public KnownNeed? Need { get; init; }
}
