using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.Mail;

namespace TrustCoach.Services.People;

/// <summary>Changes forgotten and known passwords, and proves e-mail addresses by a link.</summary>
public sealed class PasswordService(TrustCoachDb db, UserManager<Account> accounts, TimeProvider clock)
{
    /// <summary>Sends a link when the address has an account in use, and says nothing about it either way.</summary>
    /// <param name="linkTo">Address of the page that takes the new password.</param>
    public async Task ForgetAsync(string email, string linkTo, CancellationToken cancellation)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        if (account is null || !await db.People.AnyAsync(p => p.Id == account.Id && p.DeactivatedAt == null, cancellation))
            return;
        var now = clock.GetUtcNow();
        // Nobody's mailbox is filled by somebody who keeps pressing the button.
        if (await db.Mails.AnyAsync(m => m.To == account.Email && m.CreatedAt > now.AddMinutes(-2), cancellation))
            return;
        var link = $"{linkTo}?id={account.Id}&token={Uri.EscapeDataString(await accounts.GeneratePasswordResetTokenAsync(account))}";
        db.Mails.Add(MailTexts.Reset(account, link, now));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Takes the new password of somebody who had forgotten theirs, and ends all their sessions.</summary>
    /// <returns>The problem; null when the password is changed.</returns>
    public async Task<Problem?> ResetAsync(Guid id, string token, string password, CancellationToken cancellation)
    {
        var stale = new Problem("", "This link has been used or is older than a day. Ask for a new one.");
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account)
            return stale;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var result = await accounts.ResetPasswordAsync(account, token, password);
        if (!result.Succeeded)
            return result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidToken)) ? stale : ProblemOf(result);
        (account.AccessFailedCount, account.LockoutEnd, account.EmailConfirmed) = (0, null, true);
        await EndSessionsAsync(account, null, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Changes the actor's password and ends their other sessions.</summary>
    /// <returns>The problem; null when the password is changed.</returns>
    public async Task<Problem?> ChangeAsync(Actor actor, string current, string password, Guid? session, CancellationToken cancellation)
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == actor.PersonId, cancellation) is not { } account)
            return new Problem("", "You have no password here: you sign in in another way.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var result = await accounts.ChangePasswordAsync(account, current, password);
        if (!result.Succeeded)
        {
            return result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch))
                ? new Problem("Current", "This is not your password.")
                : ProblemOf(result);
        }

        await EndSessionsAsync(account, session, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Sends the link that proves the actor's address.</summary>
    public async Task AskToConfirmAsync(Actor actor, string linkTo, CancellationToken cancellation)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == actor.PersonId, cancellation);
        var link = $"{linkTo}?id={account.Id}&token={Uri.EscapeDataString(await accounts.GenerateEmailConfirmationTokenAsync(account))}";
        db.Mails.Add(MailTexts.Confirm(account, link, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Whether the link proved the address.</summary>
    public async Task<bool> ConfirmAsync(Guid id, string token) =>
        await accounts.FindByIdAsync(id.ToString()) is { } account && (await accounts.ConfirmEmailAsync(account, token)).Succeeded;

    private async Task EndSessionsAsync(Account account, Guid? but, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var session in await db.Sessions.Where(s => s.PersonId == account.Id && s.EndedAt == null && s.Id != but).ToListAsync(cancellation))
            session.End(now);
        db.Audit.Add(new(account.OrganizationId, now, account.Id, AuditActs.PasswordChanged, account.Id));
        await db.SaveChangesAsync(cancellation);
    }

    private static Problem ProblemOf(IdentityResult result) => new("Password", result.Errors.First().Description);
}
