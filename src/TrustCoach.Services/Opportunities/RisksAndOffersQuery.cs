using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Ripples;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Opportunities;

/// <summary>What a customer fears and may buy, and whom it knows, as far as its page shows it.</summary>
/// <param name="Fears">Unanswered ones, the oldest first.</param>
/// <param name="Offers">Of the relationship shown, the last step first.</param>
/// <param name="Links">Whom they know, the latest noted first.</param>
public sealed record RisksAndOffers(IReadOnlyList<OpenFear> Fears, IReadOnlyList<OfferLine> Offers, IReadOnlyList<LinkLine> Links)
{
    /// <summary>So many of each are shown.</summary>
    public const int Shown = 5;
}

/// <param name="AnswerGone">It was answered, and the answer no longer stands.</param>
public sealed record OpenFear(Guid Id, string Text, DateOnly NotedOn, bool AnswerGone);

public sealed record OfferLine(Guid Id, string Name, OpportunityStage Stage, decimal? Value, DateOnly LastStepOn, bool OnTrust);

/// <summary>A customer that this one is linked with.</summary>
/// <param name="Customer">Null where the reader may not see them.</param>
/// <param name="Role">What they are to this one.</param>
public sealed record LinkLine(Guid CustomerId, string? Customer, LinkRole Role);

/// <summary>Three short lists of the customer page in one statement.</summary>
public sealed class RisksAndOffersQuery(TrustCoachDb db)
{
    public async Task<RisksAndOffers> RunAsync(Actor actor, Guid customerId, Guid relationshipId, CancellationToken cancellation)
    {
        var (seen, seenLinks) = (db.CustomersFor(actor, Thing.Fear, Act.See), db.CustomersFor(actor, Thing.Link, Act.See));
        var fears = db.Fears
            .Where(f => f.CustomerId == customerId && f.WithdrawnAt == null && seen.Any(c => c.Id == customerId)
                && !db.Promises.Any(p => p.Id == f.PromiseId && p.State == PromiseState.Kept)
                && !db.Touchpoints.Any(t => t.Id == f.TouchpointId && t.VoidedAt == null && (t.Outcome == Outcome.Met || t.Outcome == Outcome.Exceeded)))
            .OrderBy(f => f.NotedOn).ThenBy(f => f.Id).Take(RisksAndOffers.Shown)
            .Select(f => new Item { Part = Part.Fear, Id = f.Id, Text = f.Text, Day = f.NotedOn, Stage = 0, Value = (decimal?)0m, Flag = f.PromiseId != null || f.TouchpointId != null });
        var offers = db.OpportunitiesFor(actor, Act.See)
            .Where(o => o.CustomerId == customerId && o.RelationshipId == relationshipId)
            .OrderByDescending(o => o.LastStepOn).ThenByDescending(o => o.Id).Take(RisksAndOffers.Shown)
            .Select(o => new Item { Part = Part.Offer, Id = o.Id, Text = o.Name, Day = o.LastStepOn, Stage = (int)o.Stage, Value = o.Value, Flag = o.DecidedBy == DecidedBy.Trust });
        var links = (
            from l in db.CustomerLinks
            where l.RemovedAt == null && (l.FromCustomerId == customerId || l.ToCustomerId == customerId) && seenLinks.Any(c => c.Id == customerId)
            let isFrom = l.FromCustomerId == customerId
            join other in db.Customers on isFrom ? l.ToCustomerId : l.FromCustomerId equals other.Id
            orderby l.NotedAt descending, l.Id
            select new Item
            {
                Part = Part.Link,
                Id = other.Id,
                Text = other.Name,
                Day = DateOnly.MinValue,
                Stage = (int)l.Kind,
                Value = isFrom ? 1m : 0m,
                Flag = seenLinks.Any(c => c.Id == other.Id),
            }).Take(RisksAndOffers.Shown);
        var items = await fears.Concat(offers).Concat(links).ToListAsync(cancellation);
        return new(
            [.. items.Where(i => i.Part == Part.Fear).OrderBy(i => i.Day).ThenBy(i => i.Id).Select(i => new OpenFear(i.Id, i.Text, i.Day, i.Flag))],
            [.. items.Where(i => i.Part == Part.Offer).OrderByDescending(i => i.Day).ThenByDescending(i => i.Id)
                .Select(i => new OfferLine(i.Id, i.Text, (OpportunityStage)i.Stage, i.Value, i.Day, i.Flag))],
            [.. items.Where(i => i.Part == Part.Link).Select(i => new LinkLine(i.Id, i.Flag ? i.Text : null, LinkRoles.Of((LinkKind)i.Stage, i.Value == 0)))
                .OrderBy(l => l.Role).ThenBy(l => l.Customer, StringComparer.CurrentCulture)]);
    }

    private enum Part
    {
        Fear,
        Offer,
        Link,
    }

    private sealed class Item
    {
        public required Part Part { get; init; }

        public required Guid Id { get; init; }

        public required string Text { get; init; }

        public required DateOnly Day { get; init; }

        public required int Stage { get; init; }

        /// <summary>Of an offer; of a link, 1 when it starts from this customer.</summary>
        public required decimal? Value { get; init; }

        /// <summary>The answer is gone, trust decided it, or the linked customer may be seen.</summary>
        public required bool Flag { get; init; }
    }
}
