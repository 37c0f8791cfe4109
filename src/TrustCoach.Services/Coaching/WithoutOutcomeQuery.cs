using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>A planned encounter whose day has passed and of which nobody has said how it went.</summary>
/// <param name="Expectation">What the customer expected; null when it was not written down.</param>
public sealed record UnloggedEncounter(
    Guid Id, DateTimeOffset HappenedAt, string? Expectation, Guid CustomerId, string Customer, Guid RepId, string Rep);

/// <summary>One page of them.</summary>
public sealed record WithoutOutcome(TeamChoice Team, RepName? Rep, CoachingPeriod Period, IReadOnlyList<UnloggedEncounter> Rows, int Page, bool HasMore)
{
    public const int PageSize = 25;
}

/// <summary>The planned encounters without an outcome of a team, or of one of its reps, newest first: two statements.</summary>
public sealed class WithoutOutcomeQuery(TrustCoachDb db, TimeProvider clock)
{
    private const int MostPages = 400;

    /// <summary>The page; null when the team or the rep is none of the actor's.</summary>
    /// <param name="days">30, 90 or 365.</param>
    /// <param name="page">From 1.</param>
    public async Task<WithoutOutcome?> RunAsync(Actor actor, Guid? teamId, Guid? repId, int? days, int page, CancellationToken cancellation)
    {
        if ((await db.ManagedTeamsAsync(actor, cancellation)).Pick(teamId, repId) is not { } team)
            return null;

        var now = clock.GetUtcNow();
        var period = CoachingPeriod.Of(days, actor.Today(now));
        Guid[] reps = repId is { } one ? [one] : [.. team.Reps.Select(r => r.Id)];
        page = Math.Clamp(page, 1, MostPages);
        var rows = await (
            from touchpoint in db.Touchpoints
            where reps.Contains(touchpoint.RepId) && touchpoint.Outcome == Outcome.Pending && touchpoint.VoidedAt == null && touchpoint.HappenedAt < now
                && touchpoint.Day >= period.From && touchpoint.Day < period.Today
            orderby touchpoint.HappenedAt descending, touchpoint.Id descending
            join customer in db.Customers on touchpoint.CustomerId equals customer.Id
            join rep in db.People on touchpoint.RepId equals rep.Id
            select new UnloggedEncounter(touchpoint.Id, touchpoint.HappenedAt, touchpoint.Expectation, customer.Id, customer.Name, rep.Id, rep.Name))
            .Skip((page - 1) * WithoutOutcome.PageSize).Take(WithoutOutcome.PageSize + 1).ToListAsync(cancellation);
        return new WithoutOutcome(
            team.Choice, team.Own.Find(r => r.Id == repId), period, [.. rows.Take(WithoutOutcome.PageSize)], page, rows.Count > WithoutOutcome.PageSize);
    }
}
