using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>An encounter that was planned, has passed and waits for its outcome.</summary>
public sealed record AwaitedOutcome(Guid TouchpointId, Guid CustomerId, string Customer, DateTimeOffset HappenedAt, string? Expectation);

/// <summary>What a rep's day starts from.</summary>
/// <param name="Due">The promises owed soonest, with what waiting costs where they are due today or overdue.</param>
public sealed record TodayReading(PromisesPage Due, SlippingReading Slipping, IReadOnlyList<AwaitedOutcome> Awaited, TypicalCredibility Typical);

/// <summary>Reads a rep's promises and own relationships for the first page of the day: five statements, whatever their number.</summary>
public sealed class TodayQuery(TrustCoachDb db, PromisesQuery promises, RecentScoresQuery scores, SlippingQuery slipping, RuleBook rules)
{
    /// <summary>So many of each fit on the first screen; the rest is one click away.</summary>
    public const int MostShown = 3;

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
            await new TypicalCredibilityQuery(db).RunAsync(actor, mine, today, book, cancellation));
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
}
