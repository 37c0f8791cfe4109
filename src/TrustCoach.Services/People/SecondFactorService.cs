using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.Mail;

namespace TrustCoach.Services.People;

/// <param name="CodesLeft">Recovery codes that have not been used.</param>
public sealed record OwnSecondFactor(DateTimeOffset SetUpAt, int CodesLeft);

/// <summary>Sets up one's own second factor, renews its recovery codes and turns it off. Each is audited and mailed to its owner.</summary>
public sealed class SecondFactorService(TrustCoachDb db, SecondFactorSeal seal, SecondFactorCheck check, TimeProvider clock)
{
    private static readonly Problem Wrong = new("Proof",
        $"This is neither your password nor an unused code. After {SecondFactorCheck.Tries} wrong tries there is a pause of half a minute and longer.");

    /// <summary>Null for somebody without one.</summary>
    public Task<OwnSecondFactor?> FindAsync(Actor actor, CancellationToken cancellation) => db.SecondFactors
        .Where(f => f.PersonId == actor.PersonId)
        .Select(f => new OwnSecondFactor(f.SetUpAt, db.RecoveryCodes.Count(c => c.PersonId == f.PersonId && c.UsedAt == null)))
        .SingleOrDefaultAsync(cancellation);

    /// <summary>The address by which an account is known in its authenticator app; null for somebody without an account.</summary>
    public Task<string?> AddressAsync(Actor actor, CancellationToken cancellation) =>
        db.Accounts.Where(a => a.Id == actor.PersonId).Select(a => a.Email).SingleOrDefaultAsync(cancellation);

    /// <summary>Keeps the key once a code of the app has proven that it holds it.</summary>
    /// <returns>The recovery codes, to be shown this once.</returns>
    public async Task<Result<IReadOnlyList<string>>> SetUpAsync(Actor actor, byte[] key, string? code, CancellationToken cancellation)
    {
        var there = new Problem("", "A second factor is set up already. Turn it off first to set up another one.");
        if (await db.SecondFactors.AnyAsync(f => f.PersonId == actor.PersonId, cancellation))
            return there;
        var now = clock.GetUtcNow();
        if (OneTimeCode.Match(key, code, now) is not { } step)
            return new Problem("Code", "This code does not fit the key. Codes change every half minute: take the one the app shows now, and see that the phone's clock is right.");
        db.SecondFactors.Add(new(actor.OrganizationId, actor.PersonId, seal.Close(key), step, now));
        var codes = AddCodes(actor);
        await NoteAsync(actor, AuditActs.SecondFactorSetUp, "Your second factor is set up", "From now on you sign in with your password and a code from your authenticator app.", cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return there;
        }

        return (Result<IReadOnlyList<string>>)codes;
    }

    /// <summary>Makes new recovery codes in place of all earlier ones.</summary>
    /// <param name="proof">The password, or an unused code.</param>
    public async Task<Result<IReadOnlyList<string>>> RenewCodesAsync(Actor actor, string? proof, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var isProven = await IsProvenAsync(actor, proof, cancellation);
        List<string> codes = [];
        if (isProven)
        {
            await db.RecoveryCodes.Where(c => c.PersonId == actor.PersonId).ExecuteDeleteAsync(cancellation);
            codes = AddCodes(actor);
            await NoteAsync(actor, AuditActs.RecoveryCodesRenewed, "You have new recovery codes", "The earlier ones work no more.", cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation); // a wrong try stays counted
        return isProven ? codes : Wrong;
    }

    /// <param name="proof">The password, or an unused code.</param>
    /// <returns>The problem; null when it is off.</returns>
    public async Task<Problem?> TurnOffAsync(Actor actor, string? proof, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var isProven = await IsProvenAsync(actor, proof, cancellation);
        if (isProven)
        {
            await db.SecondFactors.Where(f => f.PersonId == actor.PersonId).ExecuteDeleteAsync(cancellation);
            await NoteAsync(actor, AuditActs.SecondFactorOff, "Your second factor is turned off", "Your password alone signs you in.", cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return isProven ? null : Wrong;
    }

    /// <summary>Those of the codes that are the actor's and unused: a list to download holds nothing else.</summary>
    public async Task<IReadOnlyList<string>> OwnAsync(Actor actor, IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        var hashes = await db.RecoveryCodes.Where(c => c.PersonId == actor.PersonId && c.UsedAt == null).Select(c => c.Hash).ToListAsync(cancellation);
        return [.. codes.Take(RecoveryCodes.Count).Where(code => RecoveryCodes.Hash(code) is { } hash && hashes.Any(h => h.AsSpan().SequenceEqual(hash)))];
    }

    private async Task<bool> IsProvenAsync(Actor actor, string? proof, CancellationToken cancellation)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == actor.PersonId, cancellation);
        return await check.TakeAsync(actor.PersonId, proof, account, cancellation) != CodeKind.None;
    }

    private List<string> AddCodes(Actor actor)
    {
        var codes = RecoveryCodes.New();
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode(actor.OrganizationId, actor.PersonId, RecoveryCodes.Hash(code)!)));
        return [.. codes];
    }

    private async Task NoteAsync(Actor actor, string act, string subject, string text, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        db.Record(actor, now, act, actor.PersonId);
        var account = await db.Accounts.SingleAsync(a => a.Id == actor.PersonId, cancellation);
        db.Mails.Add(MailTexts.SecondFactor(account, subject, text, now));
    }
}
