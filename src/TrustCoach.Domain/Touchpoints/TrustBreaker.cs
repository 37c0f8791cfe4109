using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Touchpoints;

/// <summary>One thing that broke a little trust in a touchpoint.</summary>
public sealed class TrustBreaker : IInOrganization
{
    public const int MaxMinutesLate = 7 * 24 * 60;
    public const int MaxDaysLate = 365;
    public const int NoteMaxLength = 500;

    private TrustBreaker() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid TouchpointId { get; private set; }

    public BreakerKind Kind { get; private set; }

    /// <summary>1 to 3. For a lie: 1 well meant, 2 self-serving, 3 material.</summary>
    public short Severity { get; private set; }

    public int? MinutesLate { get; private set; }

    public int? DaysLate { get; private set; }

    /// <summary>The rep told the customer before anyone else noticed.</summary>
    public bool OwnedUp { get; private set; }

    public string? Note { get; private set; }

    public static Result<TrustBreaker> Of(Guid organizationId, Guid id, Guid touchpointId, BreakerDetails details)
    {
        if (!Enum.IsDefined(details.Kind))
            return new Problem(nameof(Kind), "Pick what happened.");
        if (!Touchpoints.Severity.IsKnown(details.Severity))
            return new Problem(nameof(Severity), "Pick mild, normal or severe.");
        if (details.Kind != BreakerKind.Late && (details.MinutesLate ?? details.DaysLate) is not null)
            return new Problem(nameof(MinutesLate), "Minutes and days late belong to lateness only.");
        if (details.MinutesLate is < 1 or > MaxMinutesLate)
            return new Problem(nameof(MinutesLate), $"Minutes late go from 1 to {MaxMinutesLate}.");
        if (details.DaysLate is < 1 or > MaxDaysLate)
            return new Problem(nameof(DaysLate), $"Days late go from 1 to {MaxDaysLate}.");
        if (details.Note?.Trim().Length > NoteMaxLength)
            return new Problem(nameof(Note), $"Keep the note under {NoteMaxLength} characters.");

        return new TrustBreaker
        {
            OrganizationId = organizationId,
            Id = id,
            TouchpointId = touchpointId,
            Kind = details.Kind,
            Severity = details.Severity,
            MinutesLate = details.MinutesLate,
            DaysLate = details.DaysLate,
            OwnedUp = details.OwnedUp,
            Note = string.IsNullOrWhiteSpace(details.Note) ? null : details.Note.Trim(),
        };
    }

    internal EvidenceKind Evidence => Kind switch
    {
        BreakerKind.Late => EvidenceKind.Late,
        BreakerKind.Exaggeration => EvidenceKind.Exaggeration,
        BreakerKind.Gossip => EvidenceKind.Gossip,
        BreakerKind.Lie => EvidenceKind.Lie,
        _ => EvidenceKind.PromiseBroken,
    };
}

/// <summary>What the form says about a breaker.</summary>
public sealed record BreakerDetails(
    BreakerKind Kind, short Severity, int? MinutesLate = null, int? DaysLate = null, bool OwnedUp = false, string? Note = null);

/// <summary>An apology or a make-good for an earlier breach, given in a touchpoint.</summary>
public sealed class Repair : IInOrganization
{
    private Repair() { }

    public Repair(Guid organizationId, Guid id, Guid touchpointId, RepairKind kind, Guid repairedId) =>
        (OrganizationId, Id, TouchpointId, Kind, RepairedId) = (organizationId, id, touchpointId, kind, repairedId);

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid TouchpointId { get; private set; }

    public RepairKind Kind { get; private set; }

    /// <summary>The ledger entry it answers.</summary>
    public Guid RepairedId { get; private set; }
}
