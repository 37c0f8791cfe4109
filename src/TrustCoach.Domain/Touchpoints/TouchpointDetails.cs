using TrustCoach.Domain.Method;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Touchpoints;

/// <summary>Whose encounter it is and where it came from; fixed once logged.</summary>
public sealed record TouchpointOf(
    Guid OrganizationId, Guid Id, Guid RelationshipId, Guid RepId, Guid CustomerId, Guid RecordedBy, EvidenceLevel Level, Guid IdempotencyKey,
    string? ExternalId = null, Guid? ImportId = null);

/// <summary>What the log form says; all of it can be corrected later.</summary>
/// <param name="Outcome">Null when nothing was picked: pending for a planned encounter, refused for a past one.</param>
/// <param name="HappenedAt">Any offset; stored as UTC.</param>
/// <param name="MissSeverity">1 mild, 2 normal, 3 severe; means nothing unless missed.</param>
/// <param name="Trait">The trait the outcome showed; null leaves it to the usual shares.</param>
/// <param name="OwnedUp">The rep told the customer of the miss before anyone else noticed; counts only in the rep's own words.</param>
/// <param name="StartedOnTime">Counts only for an encounter that was planned.</param>
public sealed record TouchpointDetails(
    Outcome? Outcome,
    DateTimeOffset HappenedAt,
    Channel? Channel = null,
    Guid? ContactId = null,
    string? Summary = null,
    string? Expectation = null,
    short MissSeverity = Severity.Normal,
    Trait? Trait = null,
    bool OwnedUp = false,
    bool StartedOnTime = false)
{
    public IReadOnlyList<BreakerDetails> Breakers { get; init; } = [];

    public IReadOnlyList<RepairDetails> Repairs { get; init; } = [];

    /// <summary>Steps of the method card that were taken; null when none was ticked.</summary>
    public Ticks? Ticks { get; init; }

    /// <summary>The customer got in touch, not the rep.</summary>
    public bool TheyStarted { get; init; }
}

/// <summary>An apology or make-good and the ledger entry it answers.</summary>
public sealed record RepairDetails(RepairKind Kind, Guid RepairedId);
