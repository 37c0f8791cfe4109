using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>One rep's page for their manager, in at most twelve statements whatever the history.</summary>
public sealed class RepPageQuery(TrustCoachDb db, RuleBook rules, RepFiguresBook reps, TimeProvider clock)
{
    private static readonly EvidenceKind[] Kinds = [.. Enum.GetValues<EvidenceKind>().Where(k => !Units.IsRepair(k))];

    private const int MostMoved = 5;
    private const int MostEvents = 500;
    private const int MostDue = 10;
    private const int MostAtRisk = 10;

    /// <summary>The page; null when the rep is in none of the actor's teams.</summary>
    /// <param name="days">30, 90 or 365.</param>
    /// <param name="changedDays">What changed in so many days; since the last session when it is null.</param>
    public async Task<RepPage?> RunAsync(Actor actor, Guid repId, int? days, int? changedDays, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var team = (await db.ManagedTeamsAsync(actor, cancellation)).OfRep(repId);
        if (team is null)
            return null;

        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var period = CoachingPeriod.Of(days, actor.Today(now));
        var rep = team.Own.Find(r => r.Id == repId)!;
        var figures = await reps.OfAsync(db, team.Own.ConvertAll(r => r.Id), period, actor.RulesVersion, book, now, cancellation);
        var mine = figures.Find(f => f.RepId == repId)!;
        var named = await db.NamesAsync(mine.Ids, cancellation);
        var totals = TeamTotals.Of(figures, period, book);
        var last = await db.CoachingSessions.Where(s => s.RepId == repId && s.State == SessionState.Held && s.ClosedAt != null)
            .OrderByDescending(s => s.ClosedAt).Select(s => new HeldSession(s.Id, s.ClosedAt!.Value)).FirstOrDefaultAsync(cancellation);
        var held = await new HeldBackQuery(db).RunAsync(actor, [repId], now, cancellation);
        return new RepPage(
            rep, team.Choice, period, RepLines.Of(rep, mine, totals, named, book), mine,
            CoachingHints.First(held.From(RepLines.Signs(mine, rep.Name, period), period.From), period.Today),
            await ChangesAsync(actor, repId, changedDays, last, now, held, book, cancellation),
            await Open(repId).CountAsync(cancellation), await DueAsync(repId, cancellation),
            [.. Risk.Of([mine]).Take(MostAtRisk).Where(r => named.ContainsKey(r.Id)).Select(r => r.Line(rep.Name, named[r.Id], period.Today, book))])
        {
            IsCoached = team.Coached.Contains(repId),
            LastSession = last,
            Disputes = await db.Disputes.Where(d => d.RepId == repId && d.State == DisputeState.Open).OrderBy(d => d.DueDay).ThenBy(d => d.Id)
                .Take(MostDue).Select(d => new OpenDispute(d.Id, d.Kind, d.DueDay, d.Reason)).ToListAsync(cancellation),
        };
    }

    private async Task<RepChanges> ChangesAsync(
        Actor actor, Guid repId, int? days, HeldSession? last, DateTimeOffset now, HeldBack held, ScoringRules book, CancellationToken cancellation)
    {
        var today = actor.Today(now);
        var session = days is null ? last : null;
        var from = session is null ? today.AddDays(1 - RepChanges.Days) : Domain.Days.Of(session.At, actor.OrganizationZone);
        var readings = await new ReadingsQuery(db, rules).RunAsync([repId], today, actor.RulesVersion, cancellation);
        var lines = await new EvidenceLinesQuery(db).RunAsync(
            new EvidenceFilter([repId], from, today, Kinds, RecordReader.Of(actor, now)),
            book, EvidenceCursor.Start, MostEvents, cancellation);
        var moved = lines.ConvertAll(line =>
        {
            var (standing, reading, rho) = readings[line.RelationshipId];
            var points = EventShare.OfCredibility(standing, line.Evidence, new EvidenceUnits(line.Kept, line.Missed), rho, today.DayNumber, book);
            return new MovedLine(line, points, reading.TooEarly ? null : reading.Credibility);
        });
        return new(from, session,
        [
            .. moved.Where(m => m.Points < 0).OrderBy(m => m.Points).Take(MostMoved)
                .Concat(moved.Where(m => m.Points > 0).OrderByDescending(m => m.Points).Take(MostMoved))
                .OrderByDescending(m => m.Line.Day).ThenByDescending(m => m.Line.Id),
        ], held.Count(Kinds, from, today));
    }

    private IQueryable<Promise> Open(Guid repId) =>
        db.Promises.Where(p => p.RepId == repId && p.State == PromiseState.Open && p.Direction == Direction.Ours);

    private Task<List<DuePromise>> DueAsync(Guid repId, CancellationToken cancellation) => (
        from promise in Open(repId)
        join customer in db.Customers on promise.CustomerId equals customer.Id
        orderby promise.DueAt, promise.Id
        select new DuePromise(promise.Id, promise.Text, promise.DueAt, promise.DueDay, customer.Id, customer.Name))
        .Take(MostDue).ToListAsync(cancellation);
}
