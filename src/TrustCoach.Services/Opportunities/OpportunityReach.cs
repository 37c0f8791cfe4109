using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Opportunities;

/// <summary>Where every query about opportunities starts.</summary>
internal static class OpportunityReach
{
    /// <summary>
    /// Those the actor may see or change, withdrawn ones left out. How it came out can be said after the relationship has ended too,
    /// so changing reaches as far as seeing does.
    /// </summary>
    public static IQueryable<Opportunity> OpportunitiesFor(this TrustCoachDb db, Actor actor, Act act)
    {
        var (me, may) = (actor.PersonId, actor.May(Thing.Opportunity, act));
        var relationships = db.RelationshipsFor(actor, Thing.Opportunity, Act.See);
        // A rep's own: said twice, so that the index by rep is used.
        var opportunities = actor.Reach(Thing.Opportunity, act) == Reach.Own ? db.Opportunities.Where(o => o.RepId == me) : db.Opportunities;
        return opportunities.Where(o => may && o.WithdrawnAt == null && relationships.Any(r => r.Id == o.RelationshipId));
    }
}
