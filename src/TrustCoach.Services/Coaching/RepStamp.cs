namespace TrustCoach.Services.Coaching;

/// <summary>
/// Which transaction last changed a standing, a daily tally or a weekly point of a rep. A trigger writes it as part of that
/// transaction, so whoever sees the change sees the stamp; figures worked out under the same stamp are still true.
/// </summary>
internal sealed class RepStamp : Domain.IInOrganization
{
    public Guid OrganizationId { get; private set; }

    public Guid RepId { get; private set; }

    /// <summary>The transaction's id; never used twice.</summary>
    public ulong ChangedBy { get; private set; }
}
