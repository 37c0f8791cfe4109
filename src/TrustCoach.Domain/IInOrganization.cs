namespace TrustCoach.Domain;

/// <summary>A row of one organization. Every key, index and query begins with <see cref="OrganizationId"/>.</summary>
public interface IInOrganization
{
    Guid OrganizationId { get; }
}
