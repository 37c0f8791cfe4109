using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Promises;

/// <summary>What happened to a promise.</summary>
public enum PromiseTurnKind : short
{
    Kept = 1,
    Exceeded = 2,
    KeptLate = 3,
    Broken = 4,
    BrokenByClock = 5,

    /// <summary>Moved before the due day, with the customer's agreement.</summary>
    Renegotiated = 6,

    /// <summary>Moved on or after the due day, or without agreement: it was not kept on time.</summary>
    RenegotiatedLate = 7,

    Lapsed = 8,

    /// <summary>Its closing was withdrawn after a dispute: nobody is held to it any more.</summary>
    Excused = 9,
}

/// <summary>One turn in the life of a promise: a fact with a date.</summary>
public sealed class PromiseTurn : IInOrganization
{
    private PromiseTurn() { }

    internal PromiseTurn(
        Guid organizationId, Guid id, Guid promiseId, PromiseTurnKind kind, DateTimeOffset at, DateOnly day, EvidenceLevel level,
        Guid? by, string? reason, DateTimeOffset recordedAt, DateTimeOffset? dueBefore, bool ownedUp)
    {
        (OrganizationId, Id, PromiseId, Kind, At, Day) = (organizationId, id, promiseId, kind, at, day);
        (Level, By, Reason, RecordedAt, DueBefore, OwnedUp) = (level, by, reason, recordedAt, dueBefore, ownedUp);
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PromiseId { get; private set; }

    public PromiseTurnKind Kind { get; private set; }

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The calendar day it counts for, in the organization's zone.</summary>
    public DateOnly Day { get; private set; }

    public EvidenceLevel Level { get; private set; }

    public bool OwnedUp { get; private set; }

    /// <summary>Who said so; null when the system's own clock did.</summary>
    public Guid? By { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>The due instant before a renegotiation; null for every other turn.</summary>
    public DateTimeOffset? DueBefore { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>The system's own clock said so.</summary>
    public bool IsByClock => Id == PromiseId;

    /// <summary>True for a turn that closes; a renegotiation only moves the date.</summary>
    public bool IsClosing => Kind is not (PromiseTurnKind.Renegotiated or PromiseTurnKind.RenegotiatedLate);

    internal void Undo(DateTimeOffset now) => UndoneAt ??= now;

    /// <summary>The clock says it, or says it again after a closing that had overturned it was taken back.</summary>
    internal void Strike(PromiseTurnKind kind, DateTimeOffset at, DateOnly day, DateTimeOffset now) =>
        (Kind, At, Day, RecordedAt, UndoneAt) = (kind, at, day, now, null);
}
