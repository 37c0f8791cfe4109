using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>The relationships that each <see cref="RelationshipList"/> counts, by page. Points come from the reps' figures: no list adds anything up again.</summary>
/// <param name="names">Of the reps asked for.</param>
internal sealed class RelationshipLists(
    TrustCoachDb db, IReadOnlyList<RepFigures> figures, IReadOnlyDictionary<Guid, string> names, CoachingPeriod period, ScoringRules rules)
{
    private readonly Guid[] _reps = [.. figures.Select(f => f.RepId)];

    /// <returns>The rows from <paramref name="skip"/> on, and how many there are in all.</returns>
    public Task<(List<RelationshipLine> Rows, int Total)> RunAsync(RelationshipList list, int skip, int take, CancellationToken cancellation) => list switch
    {
        RelationshipList.BecameCredible => BecameCredibleAsync(skip, take, cancellation),
        RelationshipList.NearTheCliff => KnownAsync(NearTheCliff(), skip, take, cancellation),
        RelationshipList.LatenessHabit => KnownAsync(Where((f, i) => f.Habits[i]).OrderByDescending(p => p.Day).ThenBy(p => p.Id), skip, take, cancellation),
        RelationshipList.OneSided => OneSidedAsync(skip, take, cancellation),
        RelationshipList.Ended => EndedAsync(skip, take, cancellation),
        _ => AllAsync(skip, take, cancellation),
    };

    // The nearest to the edge first: the smallest thing to do about it is there.
    private IEnumerable<Point> NearTheCliff() =>
        Where((f, i) => Cliff.IsNear(f.Points[i], f.Weights[i], f.Events[i], (Stage)f.Stages[i], rules)).OrderBy(p => p.AfterOneMiss).ThenBy(p => p.Id);

    private IEnumerable<Point> Where(Func<RepFigures, int, bool> isIn) => figures.SelectMany(f => Enumerable.Range(0, f.Ids.Length).Where(i => isIn(f, i))
        .Select(i => new Point(f.Ids[i], f.RepId, f.Points[i], f.Events[i], f.LastDays[i] ?? 0, Cliff.AfterOneMiss(f.Points[i], f.Weights[i], rules))));

    private async Task<(List<RelationshipLine> Rows, int Total)> KnownAsync(IEnumerable<Point> points, int skip, int take, CancellationToken cancellation)
    {
        var all = points.ToList();
        var shown = all.Skip(skip).Take(take).ToList();
        var customers = await db.NamesAsync([.. shown.Select(p => p.Id)], cancellation);
        return (shown.Where(p => customers.ContainsKey(p.Id))
            .Select(p => new RelationshipLine(p.Id, customers[p.Id].CustomerId, customers[p.Id].Customer, p.RepId, names[p.RepId], Shown(p))
            {
                AfterOneMiss = p.AfterOneMiss,
            }).ToList(), all.Count);
    }

    private async Task<(List<RelationshipLine> Rows, int Total)> AllAsync(int skip, int take, CancellationToken cancellation)
    {
        var known = Where((_, _) => true).ToDictionary(p => p.Id);
        var ids = known.Keys.ToArray();
        var rows = await (
            from relationship in db.Relationships
            where ids.Contains(relationship.Id)
            join customer in db.Customers on relationship.CustomerId equals customer.Id
            orderby customer.Name, customer.Id, relationship.Id
            select new { relationship.Id, relationship.CustomerId, customer.Name }).Skip(skip).Take(take).ToListAsync(cancellation);
        return (rows.ConvertAll(r => new RelationshipLine(r.Id, r.CustomerId, r.Name, known[r.Id].RepId, names[known[r.Id].RepId], Shown(known[r.Id]))), known.Count);
    }

    private async Task<(List<RelationshipLine> Rows, int Total)> BecameCredibleAsync(int skip, int take, CancellationToken cancellation)
    {
        var from = period.From.DayNumber;
        var credible = db.Standings.AsNoTracking().Where(s => _reps.Contains(s.RepId) && !s.Ended && s.CredibleDay >= from);
        var rows = await (
            from standing in credible
            join relationship in db.Relationships on standing.RelationshipId equals relationship.Id
            join customer in db.Customers on relationship.CustomerId equals customer.Id
            orderby standing.CredibleDay descending, standing.RelationshipId
            select new { standing.RelationshipId, standing.RepId, standing.CredibleDay, standing.EncountersUntilCredible, relationship.CustomerId, customer.Name })
            .Skip(skip).Take(take).ToListAsync(cancellation);
        var known = Where((_, _) => true).ToDictionary(p => p.Id);
        return (rows.ConvertAll(r => new RelationshipLine(
            r.RelationshipId, r.CustomerId, r.Name, r.RepId, names[r.RepId], known.TryGetValue(r.RelationshipId, out var point) ? Shown(point) : null)
        {
            Day = DateOnly.FromDayNumber(r.CredibleDay!.Value),
            Encounters = r.EncountersUntilCredible,
        }), figures.Sum(f => f.BecameCredible));
    }

    private async Task<(List<RelationshipLine> Rows, int Total)> OneSidedAsync(int skip, int take, CancellationToken cancellation)
    {
        var (fading, limits) = (Fading.Of(rules.Reciprocity.HalfLife).ToDay(period.Today.DayNumber), rules.Reciprocity);
        var oneSided = db.Standings.AsNoTracking().Where(s => _reps.Contains(s.RepId) && !s.Ended && (s.Gave + s.Took) * fading >= limits.Enough
            && ((s.Gave - s.Took) * fading > limits.Altruist * (((s.Gave + s.Took) * fading) + limits.Prior)
                || (s.Gave - s.Took) * fading < limits.Cheater * (((s.Gave + s.Took) * fading) + limits.Prior)));
        var rows = await (
            from standing in oneSided
            join relationship in db.Relationships on standing.RelationshipId equals relationship.Id
            join customer in db.Customers on relationship.CustomerId equals customer.Id
            orderby customer.Name, customer.Id, standing.RelationshipId
            select new { standing.RelationshipId, standing.RepId, standing.Gave, standing.Took, relationship.CustomerId, customer.Name })
            .Skip(skip).Take(take).ToListAsync(cancellation);
        return (rows.ConvertAll(r => new RelationshipLine(r.RelationshipId, r.CustomerId, r.Name, r.RepId, names[r.RepId], null)
        {
            Exchange = Reciprocity.Of(r.Gave * fading, r.Took * fading, rules),
        }), await oneSided.CountAsync(cancellation));
    }

    private async Task<(List<RelationshipLine> Rows, int Total)> EndedAsync(int skip, int take, CancellationToken cancellation)
    {
        var ended = db.Relationships.Where(r => _reps.Contains(r.RepId) && r.EndedOn >= period.From && r.EndedOn <= period.Today && r.End != RelationshipEnd.HandedOver);
        var rows = await (
            from relationship in ended
            join customer in db.Customers on relationship.CustomerId equals customer.Id
            join cause in db.Ledger on relationship.EndCauseId equals (Guid?)cause.Id into causes
            from cause in causes.DefaultIfEmpty()
            orderby relationship.EndedOn descending, relationship.Id
            select new
            {
                relationship.Id,
                relationship.RepId,
                relationship.CustomerId,
                customer.Name,
                relationship.EndedOn,
                relationship.End,
                Cause = cause == null ? null : new EndCause(cause.Kind, cause.Day, cause.TouchpointId, cause.PromiseId),
            }).Skip(skip).Take(take).ToListAsync(cancellation);
        return (rows.ConvertAll(r => new RelationshipLine(r.Id, r.CustomerId, r.Name, r.RepId, names[r.RepId], null)
        {
            Day = r.EndedOn,
            End = r.End,
            Cause = r.Cause,
        }), await ended.CountAsync(cancellation));
    }

    private double? Shown(Point point) => point.Judged >= rules.Stages.EnoughEvents ? point.Credibility : null;

    private sealed record Point(Guid Id, Guid RepId, double Credibility, int Judged, int Day, double AfterOneMiss);
}

/// <summary>A page of such a list, of a team or of one of its reps: at most six statements.</summary>
public sealed class TeamRelationshipsQuery(TrustCoachDb db, RuleBook rules, RepFiguresBook figuresOf, TimeProvider clock)
{
    /// <summary>The page; null when the team or the rep is none of the actor's.</summary>
    /// <param name="days">30, 90 or 365.</param>
    /// <param name="page">From 1.</param>
    public async Task<TeamRelationships?> RunAsync(
        People.Actor actor, Guid? teamId, Guid? repId, RelationshipList list, int? days, int page, CancellationToken cancellation)
    {
        if ((await db.ManagedTeamsAsync(actor, cancellation)).Pick(teamId, repId) is not { } team)
            return null;

        var now = clock.GetUtcNow();
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var period = CoachingPeriod.Of(days, actor.Today(now));
        var reps = team.Reps.Where(r => repId is null || r.Id == repId).ToDictionary(r => r.Id, r => r.Name);
        var figures = await figuresOf.OfAsync(db, reps.Keys, period, actor.RulesVersion, book, now, cancellation);
        page = Math.Clamp(page, 1, 1 + (figures.Sum(f => f.Relationships) / TeamRelationships.PageSize));
        var (rows, total) = await new RelationshipLists(db, figures, reps, period, book)
            .RunAsync(list, (page - 1) * TeamRelationships.PageSize, TeamRelationships.PageSize, cancellation);
        return new TeamRelationships(team.Choice, team.Own.Find(r => r.Id == repId), period, list, rows, page, total) { Coached = team.Coached };
    }
}
