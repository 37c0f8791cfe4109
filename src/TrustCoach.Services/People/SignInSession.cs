using TrustCoach.Domain;

namespace TrustCoach.Services.People;

/// <summary>One signed-in browser. The cookie carries only its id, so ending it here signs that browser out at once.</summary>
public sealed class SignInSession : IInOrganization
{
    private SignInSession() { }

    public SignInSession(Guid organizationId, Guid personId, string? userAgent, string? address, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        (OrganizationId, Id, PersonId, CreatedAt, LastSeenAt) = (organizationId, Guid.NewGuid(), personId, now, now);
        (UserAgent, Address, ExpiresAt) = (userAgent is { Length: > 300 } ? userAgent[..300] : userAgent, address, expiresAt);
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public string? UserAgent { get; private set; }

    public string? Address { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
