using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

/// <summary>What a typed code turned out to be.</summary>
public enum CodeKind
{
    /// <summary>Wrong, used up, or tried while codes pause.</summary>
    None,
    App,
    Recovery,

    /// <summary>The password, where it is taken in place of a code.</summary>
    Password,
}

/// <summary>
/// Checks codes. Wrong ones are counted apart from wrong passwords: only who knows the password comes this far, so a
/// stranger cannot pause the codes of somebody else, and a right password does not clear the count.
/// </summary>
public sealed class SecondFactorCheck(TrustCoachDb db, SecondFactorSeal seal, TimeProvider clock)
{
    /// <summary>Wrong tries in a row before codes pause.</summary>
    public const int Tries = 5;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);
    private static readonly PasswordHasher<Account> Passwords = new();

    /// <summary>Takes the code when it is right: it is used up then, also for two who send it at the same moment.</summary>
    /// <param name="orPasswordOf">Whose password is taken as well; null where the password has been seen already.</param>
    public async Task<CodeKind> TakeAsync(Guid personId, string? typed, Account? orPasswordOf, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(f => f.PersonId == personId, cancellation) is not { } factor
            || !await TakeTryAsync(factor, now, cancellation))
        {
            return CodeKind.None;
        }

        if (seal.Open(factor.Key) is { } key && OneTimeCode.Match(key, typed, now) is { } step)
            return await UseAsync(personId, step, cancellation) ? CodeKind.App : CodeKind.None;
        var kind = RecoveryCodes.Hash(typed) is { } hash && await UseAsync(personId, hash, now, cancellation) ? CodeKind.Recovery
            : IsPassword(orPasswordOf, typed) ? CodeKind.Password
            : CodeKind.None;
        if (kind != CodeKind.None)
            await ForgetTriesAsync(personId, cancellation);
        return kind;
    }

    // Counted before the code is looked at, in one statement, as passwords are.
    private async Task<bool> TakeTryAsync(SecondFactor factor, DateTimeOffset now, CancellationToken cancellation)
    {
        var over = Math.Max(0, factor.WrongTries + 1 - Tries);
        DateTimeOffset? pause = now + TimeSpan.FromSeconds(Math.Min(30 * Math.Pow(2, Math.Min(over, 10)), LongestPause.TotalSeconds));
        return await db.SecondFactors
            .Where(f => f.PersonId == factor.PersonId && (f.PausedUntil == null || f.PausedUntil <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(f => f.WrongTries, f => f.WrongTries + 1)
                .SetProperty(f => f.PausedUntil, f => f.WrongTries + 1 >= Tries ? pause : null), cancellation) == 1;
    }

    private Task<int> ForgetTriesAsync(Guid personId, CancellationToken cancellation) => db.SecondFactors
        .Where(f => f.PersonId == personId)
        .ExecuteUpdateAsync(set => set.SetProperty(f => f.WrongTries, 0).SetProperty(f => f.PausedUntil, (DateTimeOffset?)null), cancellation);

    private async Task<bool> UseAsync(Guid personId, long step, CancellationToken cancellation) => await db.SecondFactors
        .Where(f => f.PersonId == personId && f.LastStep < step)
        .ExecuteUpdateAsync(set => set
            .SetProperty(f => f.LastStep, step)
            .SetProperty(f => f.WrongTries, 0)
            .SetProperty(f => f.PausedUntil, (DateTimeOffset?)null), cancellation) == 1;

    private async Task<bool> UseAsync(Guid personId, byte[] hash, DateTimeOffset now, CancellationToken cancellation) => await db.RecoveryCodes
        .Where(c => c.PersonId == personId && c.Hash == hash && c.UsedAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancellation) == 1;

    private static bool IsPassword(Account? account, string? typed) =>
        account?.PasswordHash is { } hash && typed is { Length: > 0 and <= PassphraseRules.MaxLength }
        && Passwords.VerifyHashedPassword(account, hash, typed) != PasswordVerificationResult.Failed;
}
