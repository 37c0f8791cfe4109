using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Digests;

/// <summary>When a person is mailed their week.</summary>
/// <param name="Weekday">Null for no mail.</param>
/// <param name="Hour">0 to 23 on the person's clock; null for no mail.</param>
/// <param name="Leaves">Whether a mail server is configured at all.</param>
/// <param name="IsConfirmed">Whether the person's address is known to be theirs: no other gets mail.</param>
public sealed record DigestSetting(DayOfWeek? Weekday, int? Hour, bool Leaves, bool IsConfirmed);

/// <summary>Mails people their week on the day and at the hour they chose, once a week at most.</summary>
public sealed class DigestService(TrustCoachDb db, DigestQuery digests, DigestStopSeal seal, DigestPost post)
{
    public async Task<DigestSetting> FindAsync(Actor actor, CancellationToken cancellation)
    {
        var chosen = await db.WeeklyDigests.AsNoTracking().SingleOrDefaultAsync(d => d.PersonId == actor.PersonId, cancellation);
        var confirmed = await db.Accounts.AnyAsync(a => a.Id == actor.PersonId && a.Email != null && a.EmailConfirmed, cancellation);
        return new(chosen?.Weekday, chosen?.Hour, post.Leaves, confirmed);
    }

    /// <summary>Sets the actor's own day and hour.</summary>
    public async Task<Problem?> SetAsync(Actor actor, DayOfWeek weekday, int hour, CancellationToken cancellation)
    {
        var digest = await db.WeeklyDigests.SingleOrDefaultAsync(d => d.PersonId == actor.PersonId, cancellation);
        if (digest is null)
            db.WeeklyDigests.Add(digest = new(actor.OrganizationId, actor.PersonId));
        if (digest.At(weekday, hour, actor.Zone, post.Now) is { } problem)
            return problem;
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Stops the actor's own mails.</summary>
    public Task StopAsync(Actor actor, CancellationToken cancellation) => StopAsync(actor.PersonId, cancellation);

    /// <summary>Stops the mails of whose key it is, without anybody signed in. False when it is no key of ours.</summary>
    public async Task<bool> StopAsync(string? key, CancellationToken cancellation)
    {
        if (seal.Open(key) is not var (organizationId, personId))
            return false;
        await db.EnterAsync(organizationId, cancellation);
        await StopAsync(personId, cancellation);
        return true;
    }

    /// <summary>Writes the mails of the organization whose hour has come; how many. Run again or by several at once, it mails nobody twice a week.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!post.Leaves)
            return 0;
        var waiting = await (
            from d in db.WeeklyDigests.AsNoTracking()
            join p in db.People.AsNoTracking() on d.PersonId equals p.Id
            join a in db.Accounts on p.Id equals a.Id
            where p.DeactivatedAt == null && a.Email != null && a.EmailConfirmed
            select new { Digest = d, Person = p, a.Email }).ToListAsync(cancellation);
        var organization = await db.Organizations.AsNoTracking().SingleAsync(cancellation);
        var written = 0;
        foreach (var to in waiting)
        {
            var actor = Actor.Of(to.Person, organization);
            written += to.Digest.IsDue(actor.Zone, post.Now) && await MailAsync(actor, to.Email!, cancellation) ? 1 : 0;
        }

        return written;
    }

    // The mail and the note that the week is done with are one transaction, under the row's lock.
    private async Task<bool> MailAsync(Actor actor, string email, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        var due = await db.WeeklyDigests
            .FromSql($"select * from weekly_digests where organization_id = {actor.OrganizationId} and person_id = {actor.PersonId} for update skip locked")
            .SingleOrDefaultAsync(cancellation);
        if (due is null || !due.IsDue(actor.Zone, post.Now))
            return false;
        due.Done(actor.Zone, post.Now);
        var digest = await digests.RunAsync(actor, cancellation);
        if (digest is not null)
            db.Mails.Add(post.Of(actor, email, digest));
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return digest is not null;
    }

    private Task<int> StopAsync(Guid personId, CancellationToken cancellation) =>
        db.WeeklyDigests.Where(d => d.PersonId == personId).ExecuteDeleteAsync(cancellation);
}
