namespace TrustCoach.Domain.Touchpoints;

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
