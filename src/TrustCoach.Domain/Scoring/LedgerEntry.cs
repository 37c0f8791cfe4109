namespace TrustCoach.Domain.Scoring;

/// <summary>Whether a ledger entry weighs on the scores.</summary>
public enum LedgerStatus : short
{
    Counted = 1,

    /// <summary>Disputed and not yet answered: as if absent.</summary>
    Held = 2,

    /// <summary>Withdrawn or corrected away: absent for ever, kept for the record.</summary>
    Voided = 3,
}

/// <summary>
/// One piece of evidence in a relationship's ledger, derived from a touchpoint or a promise and bearing its id,
/// so that a corrected event keeps its place. Scores are computed from these rows alone.
/// </summary>
public sealed class LedgerEntry : IInOrganization
{
    private LedgerEntry() { }

    public Guid OrganizationId { get; private init; }

    public Guid Id { get; private init; }

    public Guid RelationshipId { get; private init; }

    public Guid RepId { get; private init; }

    /// <summary>The calendar day in the organization's zone.</summary>
    public DateOnly Day { get; private init; }

    public EvidenceKind Kind { get; private init; }

    /// <summary>1 mild, 2 normal, 3 severe.</summary>
    public short Severity { get; private init; }

    /// <summary>The promise it is about, or the entry a repair answers.</summary>
    public Guid? RefId { get; private init; }

    public EvidenceLevel Level { get; private init; }

    public bool OwnedUp { get; private init; }

    public Trait? Trait { get; private init; }

    public bool StartedOnTime { get; private init; }

    public LedgerStatus Status { get; private set; } = LedgerStatus.Counted;

    /// <summary>The touchpoint it came from, if any.</summary>
    public Guid? TouchpointId { get; private init; }

    /// <summary>The promise it came from, if any.</summary>
    public Guid? PromiseId { get; private init; }

    /// <summary>Kept units g after the evidence level (scoring.md 4.1). Derived; a refold may change it.</summary>
    public double KeptUnits { get; private set; }

    /// <summary>Missed units b after lateness and owning up, before repair (scoring.md 4.1). Derived; a refold may change it.</summary>
    public double MissedUnits { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Who recorded it; null when the system's own clock did.</summary>
    public Guid? RecordedBy { get; private init; }

    /// <summary>When somebody other than the rep last changed what it says, or the clock did; null while the rep alone has. Shown to the rep first.</summary>
    public DateTimeOffset? NewsAt { get; private set; }

    /// <summary>Who did; null when the clock did, or nobody.</summary>
    public Guid? NewsBy { get; private set; }

    public static LedgerEntry Of(
        LedgerSource source, Guid id, DateOnly day, EvidenceKind kind, short severity = 2, Guid? refId = null,
        EvidenceLevel level = EvidenceLevel.SelfReported, bool ownedUp = false, Trait? trait = null, bool startedOnTime = false) =>
        new()
        {
            OrganizationId = source.OrganizationId,
            Id = id,
            RelationshipId = source.RelationshipId,
            RepId = source.RepId,
            TouchpointId = source.TouchpointId,
            PromiseId = source.PromiseId,
            RecordedAt = source.RecordedAt,
            RecordedBy = source.RecordedBy,
            NewsAt = source.RecordedBy == source.RepId ? null : source.KnownAt ?? source.RecordedAt,
            NewsBy = source.RecordedBy == source.RepId ? null : source.RecordedBy,
            Day = day,
            Kind = kind,
            Severity = severity,
            RefId = refId,
            Level = level,
            OwnedUp = ownedUp,
            Trait = trait,
            StartedOnTime = startedOnTime,
        };

    public Evidence Evidence => new(Id, Day.DayNumber, Kind, Severity, RefId, Level, OwnedUp, Trait, StartedOnTime);

    public void Hold() => Status = Status == LedgerStatus.Voided ? Status : LedgerStatus.Held;

    public void Release() => Status = Status == LedgerStatus.Voided ? Status : LedgerStatus.Counted;

    public void Void() => Status = LedgerStatus.Voided;

    /// <summary>Notes that a correction brought this entry, later than the touchpoint it belongs to was recorded.</summary>
    public void BroughtAt(DateTimeOffset at) => RecordedAt = at.ToUniversalTime();

    /// <summary>Notes who changed what it says: news to the rep, unless it was the rep.</summary>
    /// <param name="by">Null for the clock.</param>
    public void ChangedBy(Guid? by, DateTimeOffset at) => (NewsAt, NewsBy) = by == RepId ? ((DateTimeOffset?)null, (Guid?)null) : (at.ToUniversalTime(), by);

    /// <summary>Keeps the units the scoring gave this entry.</summary>
    public void Weigh(double keptUnits, double missedUnits) => (KeptUnits, MissedUnits) = (keptUnits, missedUnits);
}

/// <summary>What the ledger entries of one touchpoint or promise have in common.</summary>
/// <param name="KnownAt">When it could first be read, where that was before it was recorded: what the clock says is read before it is booked.</param>
public sealed record LedgerSource(
    Guid OrganizationId, Guid RelationshipId, Guid RepId, Guid? TouchpointId, Guid? PromiseId, DateTimeOffset RecordedAt, Guid? RecordedBy,
    DateTimeOffset? KnownAt = null);
