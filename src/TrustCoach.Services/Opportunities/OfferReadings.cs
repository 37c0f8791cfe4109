using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Opportunities;

/// <summary>
/// Reads the credibility on the day of an offer as it was known at the end of that day, by the rules then in force, and keeps it with
/// the opportunity: what was known then does not change any more, and lists need not fold a ledger a row. While the day goes on it is
/// what is known so far; the clock settles it afterwards.
/// </summary>
public sealed class OfferReadings(TrustCoachDb db, RelationshipLedgerQuery ledgers, RelationshipMoments moments, TimeProvider clock)
{
    /// <summary>Reads an offer that has not been read, or whose day still went on. The caller saves.</summary>
    /// <param name="zone">The organization's.</param>
    public async Task ReadAsync(Opportunity opportunity, TimeZoneInfo zone, CancellationToken cancellation)
    {
        if (opportunity is not { OfferedOn: { } day, OfferRelationshipId: { } relationshipId, OfferSettled: false }
            || await ledgers.OfAsync(relationshipId, cancellation) is not { } ledger)
        {
            return;
        }

        var (now, end) = (clock.GetUtcNow(), Days.EndOf(day, zone));
        var (evidence, rho, _, book) = (await moments.AsKnownAtAsync(ledger, day, now < end ? now : end, cancellation)).At;
        opportunity.ReadOffer(ScoreReader.Read(Standing.Fold(evidence, book), ledger.Opening, rho, day.DayNumber, book), now >= end);
    }

    /// <summary>Has the offers of these reps read again, after something was taken out of what was known.</summary>
    public Task UnsettleAsync(IReadOnlyCollection<Guid> relationshipIds, CancellationToken cancellation)
    {
        // The reputation of a rep is in the readings of all their relationships.
        var reps = db.Relationships.Where(r => relationshipIds.Contains(r.Id)).Select(r => r.RepId);
        return db.Opportunities
            .Where(o => o.OfferedOn != null && db.Relationships.Any(r => r.Id == o.OfferRelationshipId && reps.Contains(r.RepId)))
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.OfferSettled, false), cancellation);
    }
}
