using TrustCoach.Domain.Customers;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>Times of need of a rep's customers in a period, the newest first.</summary>
public sealed record RepNeeds(RepName Rep, CoachingPeriod Period, IReadOnlyList<NeedRow> Rows)
{
    /// <summary>More are not listed; nobody has had so many.</summary>
    public const int Most = 500;

    public FirstResponses Responses => FirstResponses.Of(Rows.Select(row => row.FirstResponse));
}

/// <summary>Who was there when customers needed us? For the rep's manager; two statements.</summary>
public sealed class RepNeedsQuery(TrustCoachDb db, NeedsQuery needs, TimeProvider clock)
{
    /// <summary>Null when the rep is in none of the actor's teams.</summary>
    /// <param name="days">30, 90 or 365.</param>
    public async Task<RepNeeds?> RunAsync(Actor actor, Guid repId, int? days, CancellationToken cancellation) =>
        (await db.ManagedTeamsAsync(actor, cancellation)).OfRep(repId)?.Own.Find(r => r.Id == repId) is { } rep
            ? await OfAsync(actor, rep, CoachingPeriod.Of(days, actor.Today(clock.GetUtcNow())), cancellation) : null;

    /// <summary>Of a rep whom the actor is known to coach: one statement.</summary>
    public async Task<RepNeeds> OfAsync(Actor actor, RepName rep, CoachingPeriod period, CancellationToken cancellation) =>
        new(rep, period, await needs.OfRepAsync(actor, rep.Id, period.From, period.Today, RepNeeds.Most, cancellation));
}
