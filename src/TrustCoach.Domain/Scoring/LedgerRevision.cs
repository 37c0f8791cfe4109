namespace TrustCoach.Domain.Scoring;

/// <summary>
/// What a ledger entry said until it was corrected, withdrawn, held or released. With these a past day can be read as it was
/// known then.
/// </summary>
public sealed class LedgerRevision : IInOrganization
{
    private LedgerRevision() { }

    public Guid OrganizationId { get; private init; }

    public Guid Id { get; private init; }

    public Guid EntryId { get; private init; }

    public Guid RelationshipId { get; private init; }

    /// <summary>The entry said this up to here, in UTC.</summary>
    public DateTimeOffset Until { get; private init; }

    public DateOnly Day { get; private init; }

    public EvidenceKind Kind { get; private init; }

    /// <summary>1 mild, 2 normal, 3 severe.</summary>
    public short Severity { get; private init; }

    public Guid? RefId { get; private init; }

    public EvidenceLevel Level { get; private init; }

    public bool OwnedUp { get; private init; }

    public Trait? Trait { get; private init; }

    public bool StartedOnTime { get; private init; }

    public LedgerStatus Status { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Who recorded it; null when the system's own clock did.</summary>
    public Guid? RecordedBy { get; private init; }

    public Evidence Evidence => new(EntryId, Day.DayNumber, Kind, Severity, RefId, Level, OwnedUp, Trait, StartedOnTime);

    /// <summary>What an entry says now, about to change.</summary>
    public static LedgerRevision Of(LedgerEntry entry, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new()
        {
            OrganizationId = entry.OrganizationId,
            Id = Guid.CreateVersion7(until),
            EntryId = entry.Id,
            RelationshipId = entry.RelationshipId,
            Until = until.ToUniversalTime(),
            Day = entry.Day,
            Kind = entry.Kind,
            Severity = entry.Severity,
            RefId = entry.RefId,
            Level = entry.Level,
            OwnedUp = entry.OwnedUp,
            Trait = entry.Trait,
            StartedOnTime = entry.StartedOnTime,
            Status = entry.Status,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }
}
