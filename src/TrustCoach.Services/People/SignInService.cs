using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.Mail;

namespace TrustCoach.Services.People;

/// <param name="Remember">Stay signed in on this browser after it is closed.</param>
/// <param name="FamiliarTo">The account that last signed in on this browser; a lock does not hold it back here.</param>
public sealed record SignIn(string Email, string Password, bool Remember, Guid? FamiliarTo, string? UserAgent, string? Address);

/// <summary>What the browser carries from the password to the code; worth nothing once the password is changed.</summary>
public sealed record SecondStep(Guid OrganizationId, Guid PersonId, string? Stamp, bool Remember);

/// <summary>After the right password: a session, or the second step still to take.</summary>
public sealed record FirstStep(SignInSession? Session, SecondStep? Next);

/// <summary>Checks passwords, then codes where a second factor is set up, and opens sessions.</summary>
public sealed class SignInService(TrustCoachDb db, UserManager<Account> accounts, SecondFactorCheck codes, TimeProvider clock)
{
    /// <summary>Wrong tries in a row before the account pauses.</summary>
    public const int Tries = 5;

    public static readonly TimeSpan Remembered = TimeSpan.FromDays(30);
    public static readonly TimeSpan WorkingDay = TimeSpan.FromHours(12);

    private static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(15);

    // A hash of nobody's password: an unknown address is checked as long as a known one.
    private static readonly Account Nobody = new();
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <summary>The same words whatever was wrong, so that nobody learns which addresses have an account.</summary>
    public static Problem Refused { get; } = new("",
        $"E-mail address and password do not go together. After {Tries} wrong tries the account pauses for half a minute and longer; the right password works again after it.");

    public static Problem WrongCode { get; } = new("Code",
        $"This code does not fit or has been used. After {SecondFactorCheck.Tries} wrong tries codes pause for half a minute and longer.");

    public async Task<Result<FirstStep>> RunAsync(SignIn command, CancellationToken cancellation)
    {
        var account = await accounts.FindByEmailAsync(command.Email.Trim());
        var now = clock.GetUtcNow();
        var mayTry = await TakeTryAsync(account, command.FamiliarTo, now, cancellation);
        var isRight = accounts.PasswordHasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? NobodysHash, command.Password)
            != PasswordVerificationResult.Failed;
        if (account is null || !mayTry || !isRight || !await IsActiveAsync(account, cancellation))
            return Refused;
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        // What was read is older than the try that was counted since.
        db.Entry(account).Property(a => a.AccessFailedCount).IsModified = true;
        db.Entry(account).Property(a => a.LockoutEnd).IsModified = true;
        if (!await db.SecondFactors.AnyAsync(f => f.PersonId == account.Id, cancellation))
            return new FirstStep(await OpenAsync(account.OrganizationId, account.Id, command.Remember, command.UserAgent, command.Address, cancellation), null);
        await db.SaveChangesAsync(cancellation);
        return new FirstStep(null, new(account.OrganizationId, account.Id, account.SecurityStamp, command.Remember));
    }

    /// <summary>Takes the code that follows the right password: of the app, or a recovery code.</summary>
    public async Task<Result<SignInSession>> ContinueAsync(SecondStep step, string? code, string? userAgent, string? address, CancellationToken cancellation)
    {
        await db.EnterAsync(step.OrganizationId, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == step.PersonId && a.SecurityStamp == step.Stamp, cancellation);
        if (account is null || !await IsActiveAsync(account, cancellation))
            return WrongCode;
        var kind = await codes.TakeAsync(account.Id, code, null, cancellation);
        if (kind == CodeKind.Recovery)
            await NoteRecoveryAsync(account, cancellation);
        var session = kind == CodeKind.None ? null : await OpenAsync(account.OrganizationId, account.Id, step.Remember, userAgent, address, cancellation);
        await transaction.CommitAsync(cancellation); // a wrong try stays counted
        return session is null ? WrongCode : session;
    }

    /// <summary>Opens a session for somebody who has just proven who they are.</summary>
    public async Task<SignInSession> OpenAsync(
        Guid organizationId, Guid personId, bool remember, string? userAgent, string? address, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var session = new SignInSession(organizationId, personId, userAgent, address, now, now + (remember ? Remembered : WorkingDay));
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellation);
        return session;
    }

    /// <summary>
    /// Counts the try before the password is looked at, in one statement: tries at the same moment cannot slip past the
    /// lock. The pause grows from half a minute to a quarter of an hour, and tries during it do not prolong it.
    /// </summary>
    private async Task<bool> TakeTryAsync(Account? account, Guid? familiarTo, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = account?.Id ?? Guid.Empty;
        var isFamiliar = account is not null && familiarTo == id;
        var over = Math.Max(0, (account?.AccessFailedCount ?? 0) + 1 - Tries);
        DateTimeOffset? pause = now + TimeSpan.FromSeconds(Math.Min(30 * Math.Pow(2, Math.Min(over, 10)), LongestLock.TotalSeconds));
        var taken = await db.Accounts
            .Where(a => a.Id == id && (isFamiliar || a.LockoutEnd == null || a.LockoutEnd <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1)
                .SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= Tries ? pause : null), cancellation);
        return taken == 1;
    }

    // Its owner hears of it: somebody else may hold the paper.
    private async Task NoteRecoveryAsync(Account account, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var left = await db.RecoveryCodes.CountAsync(c => c.PersonId == account.Id && c.UsedAt == null, cancellation);
        db.Audit.Add(new(account.OrganizationId, now, account.Id, AuditActs.RecoveryCodeUsed, account.Id));
        db.Mails.Add(MailTexts.SecondFactor(account, "A recovery code was used to sign in", $"You have {left} left. Make new ones on your profile before they run out.", now));
    }

    private Task<bool> IsActiveAsync(Account account, CancellationToken cancellation) =>
        db.People.AnyAsync(p => p.Id == account.Id && p.DeactivatedAt == null, cancellation);
}
