using System.Net.Mail;

namespace TrustCoach.Domain.People;

/// <summary>An offer to join, answered through a link that works once until it expires.</summary>
public sealed class Invitation : IInOrganization
{
    public const int DaysValid = 14;

    private Invitation() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public string Email { get; private set; } = "";

    public string Name { get; private set; } = "";

    public Roles Roles { get; private set; }

    public Guid? TeamId { get; private set; }

    /// <summary>SHA-256 of the secret in the link; the secret itself is only in the mail.</summary>
    public byte[] SecretHash { get; private set; } = [];

    public Guid InvitedBy { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static Result<Invitation> Send(
        Guid organizationId, Guid id, string? email, string? name, Roles roles, Guid? teamId, byte[] secretHash, Guid by, DateTimeOffset now)
    {
        (email, name) = (email?.Trim() ?? "", name?.Trim() ?? "");
        if (name.Length is 0 or > Person.NameMaxLength)
            return new Problem(nameof(Name), $"Write their name, up to {Person.NameMaxLength} characters.");
        if (email.Length is 0 or > 254 || !MailAddress.TryCreate(email, out var read) || read.Address != email)
            return new Problem(nameof(Email), "This is not an e-mail address. Write it like dana@example.com.");
        if (roles == Roles.None)
            return new Problem(nameof(Roles), "Pick at least one role.");
        return new Invitation
        {
            OrganizationId = organizationId,
            Id = id,
            Email = email,
            Name = name,
            Roles = roles,
            TeamId = teamId,
            SecretHash = secretHash,
            InvitedBy = by,
            ExpiresAt = now.AddDays(DaysValid),
        };
    }

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && RevokedAt is null && now < ExpiresAt;

    public void Accept(DateTimeOffset now) => AcceptedAt = now;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
