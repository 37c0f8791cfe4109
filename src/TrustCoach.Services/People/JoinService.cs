using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

public sealed record Join(string Name, string Password, string TimeZone, string Culture);

/// <summary>What the page of an invitation shows.</summary>
public sealed record OpenInvitation(string Organization, string InvitedBy, string Name, string Email, string TimeZone);

/// <summary>Answers an invitation: its link makes one person, once.</summary>
public sealed class JoinService(TrustCoachDb db, AccountOpening accounts, TimeProvider clock)
{
    /// <summary>What the link offers; null when it is worth nothing any more.</summary>
    public async Task<OpenInvitation?> FindAsync(string? code, CancellationToken cancellation)
    {
        if (LinkSecret.Read(code) is not var (organizationId, hash))
            return null;
        await db.EnterAsync(organizationId, cancellation);
        var now = clock.GetUtcNow();
        return await (
            from invitation in db.Invitations
            from organization in db.Organizations
            where invitation.SecretHash == hash && invitation.AcceptedAt == null && invitation.RevokedAt == null && invitation.ExpiresAt > now
            select new OpenInvitation(
                organization.Name, db.People.Where(p => p.Id == invitation.InvitedBy).Select(p => p.Name).FirstOrDefault() ?? "",
                invitation.Name, invitation.Email, organization.TimeZone)).SingleOrDefaultAsync(cancellation);
    }

    /// <returns>The person who joined; null when the link is worth nothing any more.</returns>
    public async Task<Result<Person>?> AcceptAsync(string? code, Join command, CancellationToken cancellation)
    {
        if (LinkSecret.Read(code) is not var (organizationId, hash))
            return null;
        await db.EnterAsync(organizationId, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Locked, so that two presses of the button make one person.
        var invitation = await db.Invitations
            .FromSql($"select * from invitations where organization_id = {organizationId} and secret_hash = {hash} for update")
            .SingleOrDefaultAsync(cancellation);
        var now = clock.GetUtcNow();
        if (invitation?.IsOpen(now) != true)
            return null;
        if (Make(invitation, command, now).Refused(out var problem, out var person))
            return problem;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new Problem("", "This address has an account already. Sign in with it, or ask who invited you to use another address.");
        }

        await transaction.CommitAsync(cancellation);
        return (Result<Person>)person;
    }

    private Result<Person> Make(Invitation invitation, Join command, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        if (Person.Join(invitation.OrganizationId, id, command.Name, invitation.Roles, invitation.TeamId, command.TimeZone, command.Culture, now)
            .Refused(out var problem, out var person))
        {
            return problem;
        }

        // The link came by mail, so the address is proven.
        if (accounts.Open(invitation.OrganizationId, id, invitation.Email, command.Name, command.Password, isConfirmed: true).Refused(out problem, out var account))
            return problem;
        invitation.Accept(now);
        db.AddRange(person, account);
        db.Audit.Add(new(invitation.OrganizationId, now, id, AuditActs.PersonJoined, id, after: AuditTrail.Snapshot(person)));
        return person;
    }
}
