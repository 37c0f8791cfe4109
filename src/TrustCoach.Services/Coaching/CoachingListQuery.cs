using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;

namespace TrustCoach.Services.Coaching;

/// <summary>A rep and their sessions with the reader.</summary>
/// <param name="Last">When the last one with the reader was closed; null before the first.</param>
/// <param name="OnAgenda">Open items.</param>
public sealed record CoachedRep(Guid Id, string Name, NextSession? Next, DateTimeOffset? Last, int OnAgenda);

/// <summary>A planned session.</summary>
/// <param name="WordsAt">When the rep wrote; null while they have not.</param>
public sealed record NextSession(Guid Id, DateTimeOffset PlannedAt, DateTimeOffset? WordsAt, int EveryWeeks);

/// <summary>A session that was held or cancelled.</summary>
/// <param name="With">The other one of the two.</param>
/// <param name="Unread">Held, and the rep has not acknowledged it.</param>
public sealed record ClosedSession(Guid Id, string With, SessionState State, DateTimeOffset ClosedAt, bool Unread);

/// <summary>An agreed promise in a list.</summary>
/// <param name="With">To whom, or from whom.</param>
public sealed record AgreedRow(CoachingPromise Promise, PromiseState State, bool IsMine, string With);

/// <summary>All of somebody's coaching, on both sides of the table.</summary>
/// <param name="Reps">A page of those the reader coaches, by name.</param>
/// <param name="Coach">Who coaches the reader; null when nobody does.</param>
/// <param name="Own">The reader's own planned session as a rep.</param>
/// <param name="OnAgenda">Open items of the reader's own agenda.</param>
/// <param name="Agreed">Open between the reader and others, by due day.</param>
/// <param name="Kept">Closed in the days of <paramref name="Ratio"/>, the last first.</param>
/// <param name="Ratio">How the reader kept what they owe; what is open says nothing yet.</param>
/// <param name="Closed">Sessions the reader took part in, the last first.</param>
public sealed record CoachingList(
    IReadOnlyList<CoachedRep> Reps, bool MoreReps, Coached? Coach, NextSession? Own, IReadOnlyList<AgendaLine> OnAgenda,
    IReadOnlyList<AgreedRow> Agreed, IReadOnlyList<AgreedRow> Kept, KeptRatio Ratio, IReadOnlyList<ClosedSession> Closed, bool MoreClosed)
{
    public const int RepsShown = 50;
    public const int ClosedShown = 20;
}

/// <summary>Lists somebody's coaching: at most eight statements, whatever the size of the team.</summary>
public sealed class CoachingListQuery(TrustCoachDb db, TimeProvider clock)
{
    private const int Days = 90;
    private const int MostAgreed = 500;

    /// <param name="repsPage">From 1.</param>
    /// <param name="closedPage">From 1.</param>
    public async Task<CoachingList> RunAsync(Actor actor, int repsPage, int closedPage, CancellationToken cancellation)
    {
        var (me, today) = (actor.PersonId, actor.Today(clock.GetUtcNow()));
        var reps = await (
            from p in db.RepsCoachedBy(actor)
            orderby p.Name, p.Id
            select new CoachedRep(
                p.Id, p.Name,
                db.CoachingSessions.Where(s => s.RepId == p.Id && s.State == SessionState.Planned)
                    .Select(s => new NextSession(s.Id, s.PlannedAt, s.WordsAt, s.EveryWeeks)).FirstOrDefault(),
                db.CoachingSessions.Where(s => s.RepId == p.Id && s.ManagerId == me && s.State == SessionState.Held).Max(s => s.ClosedAt),
                db.AgendaItems.Count(i => i.RepId == p.Id && i.SettledAt == null)))
            .Skip((Math.Max(repsPage, 1) - 1) * CoachingList.RepsShown).Take(CoachingList.RepsShown + 1).ToListAsync(cancellation);
        var own = await db.People.Where(p => p.Id == me).Select(p => new
        {
            Coach = db.Coaching().Where(c => c.RepId == me).FirstOrDefault(),
            Next = db.CoachingSessions.Where(s => s.RepId == me && s.State == SessionState.Planned)
                .Select(s => new NextSession(s.Id, s.PlannedAt, s.WordsAt, s.EveryWeeks)).FirstOrDefault(),
        }).SingleAsync(cancellation);
        var (closed, agreed) = (await ClosedAsync(actor, closedPage, cancellation), await AgreedAsync(actor, today, cancellation));
        int Mine(PromiseState state) => agreed.Count(a => a.IsMine && a.State == state);
        return new(
            [.. reps.Take(CoachingList.RepsShown)], reps.Count > CoachingList.RepsShown, own.Coach, own.Next, await AgendaAsync(me, cancellation),
            agreed.FindAll(a => a.State == PromiseState.Open), [.. agreed.Where(a => a.State != PromiseState.Open).OrderByDescending(a => a.Promise.ClosedOn ?? today)],
            new(Mine(PromiseState.Kept), Mine(PromiseState.KeptLate), Mine(PromiseState.Broken), Mine(PromiseState.Open), Days), [.. closed.Take(CoachingList.ClosedShown)], closed.Count > CoachingList.ClosedShown);
    }

    private async Task<IReadOnlyList<AgendaLine>> AgendaAsync(Guid me, CancellationToken cancellation)
    {
        var items = await (
            from i in db.AgendaItems.AsNoTracking()
            join person in db.People on i.RaisedBy equals person.Id
            where i.RepId == me && i.SettledAt == null
            orderby i.RaisedAt, i.Id
            select new { Item = i, By = person.Name }).Take(AgendaItem.MostOpen).ToListAsync(cancellation);
        var urls = await new AgendaUrls(db).OfAsync(me, items.ConvertAll(i => i.Item.Source), cancellation);
        return [.. items.Select(i => new AgendaLine(i.Item, i.By, urls.GetValueOrDefault(i.Item.Source), false))];
    }

    private async Task<List<AgreedRow>> AgreedAsync(Actor actor, DateOnly today, CancellationToken cancellation)
    {
        var (me, since) = (actor.PersonId, today.AddDays(1 - Days));
        var rows = await (
            from p in db.AgreedPromisesOf(actor).AsNoTracking()
            join other in db.People on (p.RepId == me ? p.ManagerId : p.RepId) equals (Guid?)other.Id
            where p.State == PromiseState.Open || p.ClosedOn >= since
            orderby p.State, p.DueDay, p.Id
            select new { Promise = p, other.Name }).Take(MostAgreed).ToListAsync(cancellation);
        return rows.ConvertAll(r => new AgreedRow(r.Promise, r.Promise.StateOn(today), r.Promise.OwedBy == me, r.Name));
    }

    private Task<List<ClosedSession>> ClosedAsync(Actor actor, int page, CancellationToken cancellation)
    {
        var me = actor.PersonId;
        return (
            from s in db.CoachingSessions
            join other in db.People on (s.RepId == me ? s.ManagerId : s.RepId) equals other.Id
            where s.State != SessionState.Planned && (s.RepId == me || s.ManagerId == me)
            orderby s.ClosedAt descending, s.Id
            select new ClosedSession(s.Id, other.Name, s.State, s.ClosedAt!.Value, s.State == SessionState.Held && s.AcknowledgedAt == null))
            .Skip((Math.Max(page, 1) - 1) * CoachingList.ClosedShown).Take(CoachingList.ClosedShown + 1).ToListAsync(cancellation);
    }
}
