using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>Reads one session for one of the two, in at most nine statements whatever the history; null when the actor may not open it.</summary>
public sealed class SessionQuery(TrustCoachDb db, ProposalsQuery proposals, NoteSeal seal, TimeProvider clock)
{
    public async Task<SessionPage?> RunAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var (now, me) = (clock.GetUtcNow(), actor.PersonId);
        var found = await (
            from s in db.SessionsOf(actor).AsNoTracking()
            join rep in db.People on s.RepId equals rep.Id
            join manager in db.People on s.ManagerId equals manager.Id
            where s.Id == id
            select new
            {
                Session = s,
                Rep = rep.Name,
                Left = rep.DeactivatedAt != null,
                Manager = manager.Name,
                Coach = db.Coaching().Where(c => c.RepId == s.RepId).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellation);
        if (found is null)
            return null;
        var (session, planned, isRep) = (found.Session, found.Session.State == SessionState.Planned, found.Session.RepId == me);
        var coaches = found.Coach?.ManagerId == me;
        var seesAll = isRep || (planned ? coaches : session.ManagerId == me);
        var pairWith = planned ? found.Coach?.ManagerId ?? session.ManagerId : session.ManagerId;
        var note = await PrivateAsync(actor, id, cancellation);
        var page = new SessionPage(
            session, found.Rep, planned ? found.Coach?.Manager ?? found.Manager : found.Manager, found.Coach?.Manager, isRep,
            !found.Left && (isRep || coaches), seesAll, note, null, [], [], []);
        if (!seesAll)
            return page;
        var before = await db.CoachingSessions
            .Where(s => s.RepId == session.RepId && s.ManagerId == pairWith && s.State == SessionState.Held && s.Id != id
                && (session.ClosedAt == null || s.ClosedAt < session.ClosedAt))
            .OrderByDescending(s => s.ClosedAt).Select(s => new PastSession(s.Id, s.ClosedAt!.Value, s.SharedNote)).FirstOrDefaultAsync(cancellation);
        var items = await ItemsAsync(session, cancellation);
        var proposed = planned && page.MayWrite
            ? await proposals.RunAsync(actor, session.RepId, before?.ClosedAt, [.. items.Select(i => i.Item.Source)], cancellation) : [];
        var urls = await new AgendaUrls(db).OfAsync(
            session.RepId, [.. items.Select(i => i.Item.Source), .. proposed.Select(p => p.Source)], cancellation);
        return page with
        {
            Before = before,
            Agenda = items.ConvertAll(i => new AgendaLine(i.Item, i.By, urls.GetValueOrDefault(i.Item.Source), i.Item.RaisedAt < before?.ClosedAt)),
            Agreed = await AgreedAsync(actor, session, pairWith, before?.Id, actor.Today(now), cancellation),
            Proposals = proposed,
            Urls = urls,
        };
    }

    private async Task<VersionedNote> PrivateAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var kept = await db.SealedNotes.AsNoTracking().SingleOrDefaultAsync(n => n.SessionId == id && n.PersonId == actor.PersonId, cancellation);
        return kept is null ? new(null, 0) : new(seal.Open(actor.PersonId, kept.Sealed), kept.Version);
    }

    // Of a closed session: what stood on its agenda then, whatever became of it since.
    private async Task<List<(AgendaItem Item, string By)>> ItemsAsync(CoachingSession session, CancellationToken cancellation)
    {
        var (id, closed) = (session.Id, session.ClosedAt);
        var items = await (
            from i in db.AgendaItems.AsNoTracking()
            join person in db.People on i.RaisedBy equals person.Id
            where i.RepId == session.RepId && (i.SettledIn == id
                || (closed == null ? i.SettledAt == null : i.RaisedAt < closed && (i.SettledAt == null || i.SettledAt > closed)))
            orderby i.SettledAt != null, i.RaisedAt, i.Id
            select new { Item = i, By = person.Name }).Take(2 * AgendaItem.MostOpen).ToListAsync(cancellation);
        return items.ConvertAll(i => (i.Item, i.By));
    }

    private async Task<IReadOnlyList<AgreedLine>> AgreedAsync(
        Actor actor, CoachingSession session, Guid managerId, Guid? before, DateOnly today, CancellationToken cancellation)
    {
        var (id, ids) = (session.Id, new[] { session.Id, before ?? session.Id });
        var promises = await db.CoachingPromises.AsNoTracking()
            .Where(p => p.Kind == CoachingPromiseKind.Agreed && p.RepId == session.RepId && p.ManagerId == managerId
                && (ids.Contains(p.SessionId!.Value) || (p.State == PromiseState.Open && session.ClosedAt == null)))
            .OrderBy(p => p.DueDay).ThenBy(p => p.Id).Take(AgreedPromiseService.MostOpen + 50).ToListAsync(cancellation);
        return [.. promises.Select(p => new AgreedLine(p, p.StateOn(today), p.OwedBy == actor.PersonId))];
    }
}
