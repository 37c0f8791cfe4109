using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>An encounter that was planned, has passed and waits for its outcome.</summary>
public sealed record AwaitedOutcome(Guid TouchpointId, Guid CustomerId, string Customer, DateTimeOffset HappenedAt, string? Expectation);

/// <summary>A rep's typical relationship.</summary>
/// <param name="Credibility">Points, weighed by confidence and drawn to the team by a little.</param>
/// <param name="HalfBand">Half of the 80 % band, points.</param>
/// <param name="Weeks">Points at the end of each closed week, oldest first.</param>
/// <param name="Judged">Relationships with enough judged encounters.</param>
public sealed record TypicalCredibility(double Credibility, double HalfBand, int Relationships, int Judged, IReadOnlyList<double> Weeks)
{
    /// <summary>No relationship has enough judged encounters yet.</summary>
    public bool TooEarly => Judged == 0;
}

/// <summary>What a rep's day starts from.</summary>
/// <param name="Due">The promises owed soonest, with what waiting costs where they are due today or overdue.</param>
public sealed record TodayReading(PromisesPage Due, SlippingReading Slipping, IReadOnlyList<AwaitedOutcome> Awaited, TypicalCredibility Typical);

/// <summary>Reads a rep's promises and own relationships for the first page of the day: five statements, whatever their number.</summary>
public sealed class TodayQuery(TrustCoachDb db, PromisesQuery promises, RecentScoresQuery scores, SlippingQuery slipping, RuleBook rules)
{
    /// <summary>So many of each fit on the first screen; the rest is one click away.</summary>
    public const int MostShown = 3;

    private const int WeeksShown = 13;

    public async Task<TodayReading> RunAsync(Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var (today, book) = (actor.Today(now), await rules.OfAsync(db, actor.RulesVersion, cancellation));
        var due = await promises.OpenAsync(actor, Direction.Ours, actor.PersonId, null, MostShown, cancellation);
        var mine = await scores.RunAsync(actor.PersonId, today, today.AddDays(-SlippingQuery.Days), book, cancellation);
        var atStake = mine.ToDictionary(r => r.RelationshipId, r => new AtStake(r.Credibility, r.Weight, r.Lateness));
        return new(
            due with { Rows = PromiseCosts.Weigh(actor, due.Rows, id => atStake.TryGetValue(id, out var stake) ? stake : null, book, now) },
            await slipping.RunAsync(mine, today, book, MostShown, cancellation),
            await AwaitedAsync(actor, now, cancellation),
            await TypicalAsync(actor, mine, today, book, cancellation));
    }

    /// <summary>All that slips and all that is quiet, up to <paramref name="most"/> of each.</summary>
    public async Task<SlippingReading> NeedingAsync(Actor actor, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        var (today, book) = (actor.Today(now), await rules.OfAsync(db, actor.RulesVersion, cancellation));
        var mine = await scores.RunAsync(actor.PersonId, today, today.AddDays(-SlippingQuery.Days), book, cancellation);
        return await slipping.RunAsync(mine, today, book, most, cancellation);
    }

    private Task<List<AwaitedOutcome>> AwaitedAsync(Actor actor, DateTimeOffset now, CancellationToken cancellation) => (
        from t in db.Touchpoints
        join c in db.Customers on t.CustomerId equals c.Id
        where t.RepId == actor.PersonId && t.Outcome == Outcome.Pending && t.VoidedAt == null && t.HappenedAt <= now
            && db.Relationships.Any(r => r.Id == t.RelationshipId && r.EndedOn == null)
        orderby t.HappenedAt descending
        select new AwaitedOutcome(t.Id, c.Id, c.Name, t.HappenedAt, t.Expectation)).Take(MostShown).ToListAsync(cancellation);

    private async Task<TypicalCredibility> TypicalAsync(
        Actor actor, List<RecentScore> mine, DateOnly today, ScoringRules book, CancellationToken cancellation)
    {
        var since = today.AddDays(-7 * (WeeksShown + 1));
        var weeks = await (
            from w in db.RepWeeks
            join p in db.People on w.RepId equals p.Id
            where w.Week >= since && (p.Id == actor.PersonId || (p.TeamId != null && p.TeamId == actor.TeamId))
            group new { w, Own = p.Id == actor.PersonId } by w.Week into week
            orderby week.Key
            select new
            {
                Credibility = week.Sum(x => x.Own ? x.w.Credibility : 0),
                Confidence = week.Sum(x => x.Own ? x.w.Confidence : 0),
                TeamCredibility = week.Sum(x => x.w.Credibility),
                TeamConfidence = week.Sum(x => x.w.Confidence),
            }).ToListAsync(cancellation);
        var team = weeks.Count == 0 ? default : new RollUp(weeks[^1].TeamCredibility, weeks[^1].TeamConfidence);
        var own = mine.Aggregate(new RollUp(), (sum, r) => sum.Plus(r.Credibility, r.Confidence));
        // Independent errors add in squares; the team's share of the mean adds none.
        var spread = Math.Sqrt(mine.Sum(r => Math.Pow(r.Confidence * book.Reputation.Band, 2) * r.Credibility * (100 - r.Credibility) / (r.Weight + 1)));
        return new(
            own.Rep(team.Team(book.Credibility, book), book), spread / (own.Confidence + book.Reputation.RollUpWeight),
            mine.Count, mine.Count(r => r.Judged >= book.Stages.EnoughEvents),
            [.. weeks.Where(w => w.Confidence > 0).Select(w => new RollUp(w.Credibility, w.Confidence)
                .Rep(new RollUp(w.TeamCredibility, w.TeamConfidence).Team(book.Credibility, book), book))]);
    }
}
