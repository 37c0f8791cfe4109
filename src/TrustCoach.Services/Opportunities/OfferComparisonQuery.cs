using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Opportunities;

/// <summary>An opportunity that was lost on trust, with what cost it.</summary>
/// <param name="Words">Why, as noted.</param>
/// <param name="Kind">What happened, when an event was named and the actor may see it.</param>
/// <param name="CauseWords">What was promised or noted of it; null when nothing was written.</param>
public sealed record LostOnTrust(
    Guid Id, string Name, Guid CustomerId, string Customer, string Rep, bool IsOwn, DateOnly ClosedOn, string? Words,
    EvidenceKind? Kind, DateOnly? CauseDay, string? CauseWords, Guid? PromiseId, Guid? TouchpointId);

/// <summary>Compares the credibility on the day of the offer across what was won and lost, and lists what trust cost: two statements.</summary>
public sealed class OfferComparisonQuery(TrustCoachDb db)
{
    /// <summary>So many of those lost on trust are listed, the last first.</summary>
    public const int Shown = 10;

    /// <summary>Over all the actor may see the scores of; what was too early to read counts nowhere.</summary>
    public async Task<OfferComparison> RunAsync(Actor actor, CancellationToken cancellation)
    {
        var scored = db.RelationshipsFor(actor, Thing.Score, Act.See);
        var groups = await db.OpportunitiesFor(actor, Act.See)
            .Where(o => o.OfferCredibility != null && (o.Stage == OpportunityStage.Won || o.Stage == OpportunityStage.Lost) && scored.Any(r => r.Id == o.OfferRelationshipId))
            .GroupBy(o => o.Stage)
            .Select(g => new { g.Key, Count = g.Count(), Sum = g.Sum(o => o.OfferCredibility!.Value), Squares = g.Sum(o => o.OfferCredibility!.Value * o.OfferCredibility!.Value) })
            .ToListAsync(cancellation);
        OfferGroup Group(OpportunityStage stage) => groups.Find(g => g.Key == stage) is { } g ? new(g.Count, g.Sum, g.Squares) : new(0, 0, 0);
        return new(Group(OpportunityStage.Won), Group(OpportunityStage.Lost));
    }

    /// <summary>What was lost on trust, the last first.</summary>
    public Task<List<LostOnTrust>> LostAsync(Actor actor, CancellationToken cancellation)
    {
        var (me, seen) = (actor.PersonId, db.RelationshipsFor(actor, Thing.Touchpoint, Act.See));
        return (
            from o in db.OpportunitiesFor(actor, Act.See)
            where o.Stage == OpportunityStage.Lost && o.DecidedBy == DecidedBy.Trust
            join c in db.Customers on o.CustomerId equals c.Id
            join rep in db.People on o.RepId equals rep.Id
            from e in db.Ledger.Where(e => e.Id == o.CauseId && e.Status != LedgerStatus.Voided && seen.Any(r => r.Id == e.RelationshipId)).DefaultIfEmpty()
            from p in db.Promises.Where(p => p.Id == e!.PromiseId).DefaultIfEmpty()
            from t in db.Touchpoints.Where(t => t.Id == e!.TouchpointId && e.PromiseId == null).DefaultIfEmpty()
            orderby o.ClosedOn descending, o.Id descending
            select new LostOnTrust(
                o.Id, o.Name, c.Id, c.Name, rep.Name, o.RepId == me, o.ClosedOn!.Value, o.Words, e == null ? null : e.Kind, e == null ? null : e.Day,
                p!.Text ?? t!.Summary ?? t.Expectation, e!.PromiseId, e.TouchpointId)).Take(Shown).ToListAsync(cancellation);
    }
}
