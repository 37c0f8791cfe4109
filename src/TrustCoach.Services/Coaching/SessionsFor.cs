using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>Whose coaching somebody reaches. Who coaches whom is asked now, so what is planned moves with the team.</summary>
internal static class SessionsFor
{
    /// <summary>
    /// Sessions the actor may open: their own as a rep, those they took part in as a manager, and the planned ones of reps they coach now.
    /// </summary>
    public static IQueryable<CoachingSession> SessionsOf(this TrustCoachDb db, Actor actor)
    {
        var me = actor.PersonId;
        if (!actor.May(Thing.Coaching, Act.See))
            return db.CoachingSessions.Where(_ => false);
        var mine = db.RepsCoachedBy(actor);
        return db.CoachingSessions.Where(s => s.RepId == me || s.ManagerId == me || s.FormerManagerIds.Contains(me)
            || (s.State == SessionState.Planned && mine.Any(p => p.Id == s.RepId)));
    }

    /// <summary>Promises that the actor and another agreed on, whoever coaches whom by now.</summary>
    public static IQueryable<CoachingPromise> AgreedPromisesOf(this TrustCoachDb db, Actor actor)
    {
        var me = actor.PersonId;
        return db.CoachingPromises.Where(p => p.Kind == CoachingPromiseKind.Agreed && (p.RepId == me || p.ManagerId == me));
    }

    /// <summary>The active people whom the actor coaches now.</summary>
    public static IQueryable<Person> RepsCoachedBy(this TrustCoachDb db, Actor actor)
    {
        var me = actor.PersonId;
        if (actor.Reach(Thing.Coaching, Act.Log) < Reach.Managed)
            return db.People.Where(_ => false);
        var coaching = db.Coaching();
        return db.People.Where(p => p.DeactivatedAt == null && (p.Roles & (Roles.Rep | Roles.Manager)) != 0 && coaching.Any(c => c.RepId == p.Id && c.ManagerId == me));
    }

    /// <summary>Whether the actor may change the coaching of a rep: the rep, and who coaches them now.</summary>
    public static async Task<bool> MayCoachAsync(this TrustCoachDb db, Actor actor, Guid repId, CancellationToken cancellation) =>
        actor.May(Thing.Coaching, Act.Edit)
        && (repId == actor.PersonId || await db.RepsCoachedBy(actor).AnyAsync(p => p.Id == repId, cancellation));

    /// <summary>Lets one change at a time to what is planned for a rep pass.</summary>
    public static Task HoldCoachingAsync(this TrustCoachDb db, Guid repId, CancellationToken cancellation) =>
        db.PassOneAtATimeAsync($"coaching {repId:n}", cancellation);

    /// <summary>
    /// A session to change, under the rep's turn. Null when the actor may not see it; a refusal naming who coaches now when they may only
    /// read it. Who coaches now takes it over.
    /// </summary>
    public static async Task<Result<CoachingSession>?> OpenSessionAsync(this TrustCoachDb db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var found = await (
            from s in db.SessionsOf(actor)
            join rep in db.People on s.RepId equals rep.Id
            where s.Id == id
            select new { s.RepId, Rep = rep.Name, Left = rep.DeactivatedAt != null, Coach = db.Coaching().Where(c => c.RepId == s.RepId).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellation);
        if (found is null || !actor.May(Thing.Coaching, Act.Edit))
            return null;
        if (found.RepId != actor.PersonId && found.Coach?.ManagerId != actor.PersonId)
            return new Problem("", $"You no longer coach {found.Rep}; {found.Coach?.Manager ?? "nobody"} does now. Nothing was saved. What you typed is still here to copy.");
        if (found.Left)
            return new Problem("", $"{found.Rep} has left: this session can only be read.");
        await db.HoldCoachingAsync(found.RepId, cancellation);
        var session = await db.CoachingSessions.SingleAsync(s => s.Id == id, cancellation);
        if (found.RepId != actor.PersonId)
            session.TakeOver(actor.PersonId);
        return session;
    }
}
