using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

/// <summary>Where every query starts: the rows this person may see or change, by the visibility table. A miss is a 404.</summary>
public static class VisibleTo
{
    /// <summary>People whose record the actor reaches: themselves, the reps they manage, or everyone.</summary>
    public static IQueryable<Person> PeopleFor(this TrustCoachDb db, Actor actor, Thing thing, Act act)
    {
        var me = actor.PersonId;
        return actor.Reach(thing, act) switch
        {
            Reach.Organization => db.People,
            Reach.Managed => db.People.Where(p => p.Id == me || db.TeamsOf(me).Any(t => t.Id == p.TeamId)),
            Reach.Own => db.People.Where(p => p.Id == me),
            _ => db.People.Where(_ => false),
        };
    }

    /// <summary>The teams a manager coaches, and all that are part of them.</summary>
    public static IQueryable<Team> TeamsOf(this TrustCoachDb db, Guid managerId) =>
        db.Teams.Where(t => db.Teams.Any(upper => t.Path.Contains(upper.Id) && upper.ManagerId == managerId));

    /// <summary>
    /// Relationships the actor reaches. One's own is out of reach once it is handed over, and can only be read once it has ended
    /// otherwise; a manager still sees those of their reps.
    /// </summary>
    public static IQueryable<Relationship> RelationshipsFor(this TrustCoachDb db, Actor actor, Thing thing, Act act)
    {
        var me = actor.PersonId;
        var alsoEnded = act == Act.See && thing != Thing.Today;
        return actor.Reach(thing, act) switch
        {
            Reach.Organization => db.Relationships,
            Reach.Managed => db.Relationships.Where(r => (r.RepId == me && (r.EndedOn == null || (alsoEnded && r.End != RelationshipEnd.HandedOver)))
                || db.People.Any(p => p.Id == r.RepId && db.TeamsOf(me).Any(t => t.Id == p.TeamId))),
            Reach.Own => db.Relationships.Where(r => r.RepId == me && (r.EndedOn == null || (alsoEnded && r.End != RelationshipEnd.HandedOver))),
            _ => db.Relationships.Where(_ => false),
        };
    }

    /// <summary>Customers with whom a relationship is reached.</summary>
    public static IQueryable<Customer> CustomersFor(this TrustCoachDb db, Actor actor, Thing thing, Act act)
    {
        if (actor.Reach(thing, act) == Reach.Organization)
            return db.Customers;
        var relationships = db.RelationshipsFor(actor, thing, act);
        return db.Customers.Where(c => relationships.Any(r => r.CustomerId == c.Id));
    }
}
