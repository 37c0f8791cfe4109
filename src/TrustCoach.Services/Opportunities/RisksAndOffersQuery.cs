using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Opportunities;

/// <summary>What a customer fears and may buy, as far as its page shows it.</summary>
/// <param name="Fears">Unanswered ones, the oldest first.</param>
/// <param name="Offers">Of the relationship shown, the last step first.</param>
public sealed record RisksAndOffers(IReadOnlyList<OpenFear> Fears, IReadOnlyList<OfferLine> Offers)
{
    /// <summary>So many of each are shown.</summary>
    public const int Shown = 5;
}

/// <param name="AnswerGone">It was answered, and the answer no longer stands.</param>
public sealed record OpenFear(Guid Id, string Text, DateOnly NotedOn, bool AnswerGone);

public sealed record OfferLine(Guid Id, string Name, OpportunityStage Stage, decimal? Value, DateOnly LastStepOn, bool OnTrust);

/// <summary>Two short lists of the customer page in one statement.</summary>
public sealed class RisksAndOffersQuery(TrustCoachDb db)
{
    public async Task<RisksAndOffers> RunAsync(Actor actor, Guid customerId, Guid relationshipId, CancellationToken cancellation)
    {
        var seen = db.CustomersFor(actor, Thing.Fear, Act.See);
        var fears = db.Fears
            .Where(f => f.CustomerId == customerId && f.WithdrawnAt == null && seen.Any(c => c.Id == customerId)
                && !db.Promises.Any(p => p.Id == f.PromiseId && p.State == PromiseState.Kept)
                && !db.Touchpoints.Any(t => t.Id == f.TouchpointId && t.VoidedAt == null && (t.Outcome == Outcome.Met || t.Outcome == Outcome.Exceeded)))
            .OrderBy(f => f.NotedOn).ThenBy(f => f.Id).Take(RisksAndOffers.Shown)
            .Select(f => new Item { IsFear = true, Id = f.Id, Text = f.Text, Day = f.NotedOn, Stage = 0, Value = (decimal?)0m, Flag = f.PromiseId != null || f.TouchpointId != null });
        var offers = db.OpportunitiesFor(actor, Act.See)
            .Where(o => o.CustomerId == customerId && o.RelationshipId == relationshipId)
            .OrderByDescending(o => o.LastStepOn).ThenByDescending(o => o.Id).Take(RisksAndOffers.Shown)
            .Select(o => new Item { IsFear = false, Id = o.Id, Text = o.Name, Day = o.LastStepOn, Stage = (int)o.Stage, Value = o.Value, Flag = o.DecidedBy == DecidedBy.Trust });
        var items = await fears.Concat(offers).ToListAsync(cancellation);
        return new(
            [.. items.Where(i => i.IsFear).OrderBy(i => i.Day).ThenBy(i => i.Id).Select(i => new OpenFear(i.Id, i.Text, i.Day, i.Flag))],
            [.. items.Where(i => !i.IsFear).OrderByDescending(i => i.Day).ThenByDescending(i => i.Id)
                .Select(i => new OfferLine(i.Id, i.Text, (OpportunityStage)i.Stage, i.Value, i.Day, i.Flag))]);
    }

    private sealed class Item
    {
        public required bool IsFear { get; init; }

        public required Guid Id { get; init; }

        public required string Text { get; init; }

        public required DateOnly Day { get; init; }

        public required int Stage { get; init; }

        public required decimal? Value { get; init; }

        /// <summary>The answer is gone, or trust decided it.</summary>
        public required bool Flag { get; init; }
    }
}
