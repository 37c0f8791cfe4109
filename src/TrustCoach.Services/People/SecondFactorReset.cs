using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.Mail;

namespace TrustCoach.Services.People;

/// <summary>What an admin does for somebody who has lost phone and recovery codes.</summary>
public sealed class SecondFactorReset(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>Takes the second factor away and signs the person out everywhere: the lost phone may be signed in. They are told by mail.</summary>
    /// <returns>The name of the person; null when there is no such person.</returns>
    public async Task<Result<string>?> RunAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        if (await db.PeopleFor(actor, Thing.Person, Act.Manage).SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
            return null;
        // Otherwise an admin's browser left open would be enough to be rid of it.
        if (id == actor.PersonId)
            return new Problem("", "Turn your own off on your profile, with your password or a code.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.SecondFactors.Where(f => f.PersonId == id).ExecuteDeleteAsync(cancellation) == 0)
            return new Problem("", $"{person.Name} has no second factor.");
        var now = clock.GetUtcNow();
        (await db.Sessions.Where(s => s.PersonId == id && s.EndedAt == null).ToListAsync(cancellation)).ForEach(s => s.End(now));
        db.Record(actor, now, AuditActs.SecondFactorReset, id);
        var account = await db.Accounts.SingleAsync(a => a.Id == id, cancellation);
        db.Mails.Add(MailTexts.SecondFactor(
            account, "Your second factor is reset", $"{actor.Name} did so, and every browser of yours is signed out. You can set up another one on your profile.", now));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (Result<string>)person.Name;
    }
}
