using TrustCoach.Domain.Favours;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Disputes;

namespace TrustCoach.Services.Touchpoints;

/// <summary>Logs or plans an encounter, with what was promised and given in it.</summary>
/// <param name="Key">Made with the form: sent twice, it makes one touchpoint.</param>
/// <param name="RelationshipId">The relationship; or <paramref name="CustomerId"/> names it.</param>
/// <param name="CustomerId">A customer the actor has a relationship with of their own.</param>
public sealed record LogTouchpoint(Guid Key, TouchpointDetails Details, Guid? RelationshipId = null, Guid? CustomerId = null)
{
    /// <summary>A promise given in it, by us or by them.</summary>
    public PromiseDetails? Promise { get; init; }

    public IReadOnlyList<GestureDetails> Gestures { get; init; } = [];

    /// <summary>The breach whose repair plan asks the customer in it; null for any other encounter.</summary>
    public Guid? RepairOf { get; init; }
}

/// <summary>Something given in an encounter.</summary>
/// <param name="Given">True when we gave, false when they did.</param>
/// <param name="Value">1 small, 2 medium, 3 large.</param>
/// <param name="Commitment">The rung of the ladder it stands on; only what they gave has one.</param>
/// <param name="Thanked">They were thanked for it on the spot.</param>
public sealed record GestureDetails(bool Given, short Value, string? Text, Commitment? Commitment = null, bool Thanked = false);

/// <summary>Corrects a touchpoint.</summary>
/// <param name="Version">The version the person had before their eyes; an older one than stands is refused.</param>
/// <param name="Reason">Why; stays with the record, and answers the dispute if there is one.</param>
/// <param name="Dispute">The dispute of one of its events that the correction answers.</param>
public sealed record CorrectTouchpoint(Guid TouchpointId, int Version, TouchpointDetails Details, string? Reason, ByDispute? Dispute = null);

/// <summary>Says how a planned encounter went.</summary>
public sealed record CloseTouchpoint(
    Guid TouchpointId, int Version, Outcome? Outcome, string? Summary = null, short MissSeverity = Severity.Normal, Trait? Trait = null,
    bool OwnedUp = false, bool StartedOnTime = false);

/// <summary>Writes what they expect of a planned encounter, before it begins.</summary>
public sealed record ExpectOfTouchpoint(Guid TouchpointId, int Version, string? Expectation);

/// <summary>Gives a planned encounter that did not happen another time.</summary>
public sealed record MoveTouchpoint(Guid TouchpointId, int Version, DateTimeOffset At);

/// <summary>A touchpoint that was recorded or changed.</summary>
/// <param name="Already">It stood so before: a second click changed nothing.</param>
public sealed record TouchpointDone(Guid TouchpointId, Guid CustomerId, bool Already = false)
{
    /// <summary>Names of steps that were ticked and have left the team's card meanwhile, one after the other; the ticks are kept. Null when there are none.</summary>
    public string? LeftTheCard { get; init; }
}
