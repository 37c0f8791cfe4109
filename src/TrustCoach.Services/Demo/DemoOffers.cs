using TrustCoach.Services.Data;
using TrustCoach.Services.Opportunities;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Demo;

/// <summary>Writes the demo's fears and opportunities, each offer with the credibility of its day.</summary>
internal sealed class DemoOffers(TrustCoachDb db, RuleBook rules, TimeProvider clock)
{
    public async Task WriteAsync(DemoWorld world, CancellationToken cancellation)
    {
        var moments = new RelationshipMoments(db, rules, new ReputationQuery(db, rules), new ReputationThenQuery(db), clock);
        var offers = new OfferReadings(db, new RelationshipLedgerQuery(db, clock), moments, clock);
        foreach (var opportunity in world.Opportunities)
            await offers.ReadAsync(opportunity, world.Calendar.Zone, cancellation);
        db.AddRange(world.Opportunities);
        db.AddRange(world.Fears);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }
}
