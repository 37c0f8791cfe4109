using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Favours;

/// <summary>Something a customer gave for which nobody has thanked them yet.</summary>
public sealed record OwedThanks(Guid GestureId, Guid CustomerId, string Customer, string Text, DateOnly Day);

/// <summary>Reads whom the actor has to thank.</summary>
public sealed class ThanksQuery(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>What customers gave the actor lately and were not thanked for, the longest ago first: one statement.</summary>
    /// <param name="customerId">Of one customer; of all one's own when null.</param>
    public Task<List<OwedThanks>> RunAsync(Actor actor, Guid? customerId, int most, CancellationToken cancellation)
    {
        var (me, today) = (actor.PersonId, actor.Today(clock.GetUtcNow()));
        var since = today.AddDays(-Gesture.ThanksDays);
        return (
            from r in db.RelationshipsFor(actor, Thing.Touchpoint, Act.Edit)
            where r.RepId == me && r.EndedOn == null && (customerId == null || r.CustomerId == customerId)
            join g in db.Gestures on r.Id equals g.RelationshipId
            where !g.Given && g.VoidedAt == null && g.ThankedOn == null && g.Day >= since && g.Day <= today
            join c in db.Customers on r.CustomerId equals c.Id
            orderby g.Day, g.Id
            select new OwedThanks(g.Id, c.Id, c.Name, g.Text, g.Day)).Take(most).ToListAsync(cancellation);
    }
}
