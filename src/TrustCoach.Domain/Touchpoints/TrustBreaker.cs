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

    internal TrustBreaker(Guid organizationId, Guid id, Guid touchpointId, BreakerDetails details)
    {
        (OrganizationId, Id, TouchpointId, Kind) = (organizationId, id, touchpointId, details.Kind);
        Say(details);
    }

    internal void Say(BreakerDetails details)
    {
        (Severity, MinutesLate, DaysLate, OwnedUp) = (details.Severity, details.MinutesLate, details.DaysLate, details.OwnedUp);
        Note = string.IsNullOrWhiteSpace(details.Note) ? null : details.Note.Trim();
    }

    /// <summary>What is wrong with one said breaker; the field is named with its kind, such as 'Breakers.Late.MinutesLate'.</summary>
    internal static Problem? Check(BreakerDetails details)
    {
        Problem At(string field, string message) => new($"{nameof(Touchpoint.Breakers)}.{details.Kind}.{field}", message);
        if (!Enum.IsDefined(details.Kind))
            return new Problem(nameof(Touchpoint.Breakers), "Pick what happened.");
        if (!Touchpoints.Severity.IsKnown(details.Severity))
            return At(nameof(Severity), "Pick mild, normal or severe.");
        if (details.Kind != BreakerKind.Late && (details.MinutesLate ?? details.DaysLate) is not null)
            return At(nameof(MinutesLate), "Minutes and days late belong to lateness only.");
        if (details.MinutesLate is < 1 or > MaxMinutesLate)
            return At(nameof(MinutesLate), $"Minutes late go from 1 to {MaxMinutesLate}.");
        if (details.DaysLate is < 1 or > MaxDaysLate)
            return At(nameof(DaysLate), $"Days late go from 1 to {MaxDaysLate}.");
        if (details.Note?.Trim().Length > NoteMaxLength)
            return At(nameof(Note), $"Keep the note to {NoteMaxLength} characters.");
        return null;
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
