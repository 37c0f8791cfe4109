using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.Mail;

namespace TrustCoach.Services.People;

/// <param name="LinkTo">Address of the page that answers an invitation; the code is added to it.</param>
public sealed record Invite(string Name, string Email, Roles Roles, Guid? TeamId, string LinkTo);

/// <summary>An invitation on its way.</summary>
/// <param name="Link">Works once; shown to the admin where no mail server is set up.</param>
public sealed record InvitationSent(string Name, string Email, string Link);

/// <summary>Invites people, and takes invitations back.</summary>
public sealed class InvitationService(TrustCoachDb db, AccountOpening accounts, TimeProvider clock)
{
    public async Task<Result<InvitationSent>> SendAsync(Actor actor, Invite command, CancellationToken cancellation)
    {
        if (command.TeamId is { } teamId && !await db.Teams.AnyAsync(t => t.Id == teamId && t.ArchivedAt == null, cancellation))
            return new Problem(nameof(command.TeamId), "Pick a team from the list.");
        if (command.Email.Length > 0 && await accounts.IsTakenAsync(command.Email))
            return new Problem(nameof(command.Email), "This address has an account already.");
        var now = clock.GetUtcNow();
        if (Write(actor, command, now).Refused(out var problem, out var sent))
            return problem;
        // One open invitation an address: a new one takes the place of the old.
        foreach (var earlier in await OpenAsync(now).Where(i => i.Email == command.Email.Trim()).ToListAsync(cancellation))
            earlier.Revoke(now);
        await db.SaveChangesAsync(cancellation);
        return sent;
    }

    /// <summary>Sends a new link in place of the old one; null when there is no such open invitation.</summary>
    public async Task<InvitationSent?> ResendAsync(Actor actor, Guid id, string linkTo, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // One that has expired can be sent again too.
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.AcceptedAt == null && i.RevokedAt == null, cancellation) is not { } old)
            return null;
        old.Revoke(now);
        var sent = Write(actor, new Invite(old.Name, old.Email, old.Roles, old.TeamId, linkTo), now).Value;
        await db.SaveChangesAsync(cancellation);
        return sent;
    }

    /// <summary>Makes the link worthless; false when there is no such open invitation.</summary>
    public async Task<bool> RevokeAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.AcceptedAt == null && i.RevokedAt == null, cancellation) is not { } invitation)
            return false;
        invitation.Revoke(now);
        db.Record(actor, now, AuditActs.InvitationRevoked, id, before: AuditTrail.Snapshot(new { invitation.Name, invitation.Roles }));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private IQueryable<Invitation> OpenAsync(DateTimeOffset now) =>
        db.Invitations.Where(i => i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now);

    private Result<InvitationSent> Write(Actor actor, Invite command, DateTimeOffset now)
    {
        var (code, hash) = LinkSecret.New(actor.OrganizationId);
        var id = Guid.CreateVersion7(now);
        if (Invitation.Send(actor.OrganizationId, id, command.Email, command.Name, command.Roles, command.TeamId, hash, actor.PersonId, now)
            .Refused(out var problem, out var invitation))
        {
            return problem;
        }

        var link = $"{command.LinkTo}?code={code}";
        db.Invitations.Add(invitation);
        db.Mails.Add(MailTexts.Invitation(invitation, actor, link, now));
        db.Record(actor, now, AuditActs.PersonInvited, id, after: AuditTrail.Snapshot(new { invitation.Name, invitation.Roles, invitation.TeamId }));
        return new InvitationSent(invitation.Name, invitation.Email, link);
    }
}
