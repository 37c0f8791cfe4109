using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Disputes;

/// <summary>Whose disputes somebody reaches, and who owes the answers. All of it is asked now, so a dispute moves with the team.</summary>
public static class DisputesFor
{
    /// <summary>
    /// Disputes the actor may see, raise or answer by the visibility table. An admin stands in for the manager of reps whom nobody
    /// coaches; nobody answers their own.
    /// </summary>
    /// <param name="act">See; Log for taking one's own back; Edit for answering.</param>
    public static IQueryable<Dispute> DisputesOf(this TrustCoachDb db, Actor actor, Act act)
    {
        var me = actor.PersonId;
        var reach = actor.Reach(Thing.Dispute, act);
        var (coached, uncoached, own) = (reach >= Reach.Managed, reach == Reach.Organization, act != Act.Edit && actor.May(Thing.Dispute, Act.Log));
        var coaching = db.Coaching();
        var sees = coached && act == Act.See;
        return db.Disputes.Where(d => (own && d.RepId == me)
            || (sees && d.RepId != me && db.People.Any(p => p.Id == d.RepId && db.TeamsOf(me).Any(t => t.Id == p.TeamId)))
            || (coached && d.RepId != me && coaching.Any(c => c.RepId == d.RepId && c.ManagerId == me))
            || (uncoached && d.RepId != me && !coaching.Any(c => c.RepId == d.RepId)));
    }

    /// <summary>
    /// Who coaches whom: of the teams a person is in or beneath, the nearest that has an active manager, themselves left out.
    /// </summary>
    public static IQueryable<Coached> Coaching(this TrustCoachDb db)
    {
        var managed =
            from rep in db.People
            join own in db.Teams on rep.TeamId equals own.Id
            from team in db.Teams
            where own.Path.Contains(team.Id)
            join manager in db.People on team.ManagerId equals (Guid?)manager.Id
            where manager.Id != rep.Id && manager.DeactivatedAt == null && (manager.Roles & Roles.Manager) != 0
            select new Coached { RepId = rep.Id, ManagerId = manager.Id, Manager = manager.Name, Depth = team.Path.Count };
        return managed.Where(c => !managed.Any(nearer => nearer.RepId == c.RepId && nearer.Depth > c.Depth));
    }

    /// <summary>Who can answer for a rep: the manager who coaches them, or every admin but the rep when nobody does.</summary>
    public static IQueryable<Person> AnswerersOf(this TrustCoachDb db, Guid repId)
    {
        var coaching = db.Coaching().Where(c => c.RepId == repId);
        return db.People.Where(p => coaching.Any(c => c.ManagerId == p.Id)
            || (!coaching.Any() && p.Id != repId && p.DeactivatedAt == null && (p.Roles & Roles.Admin) != 0));
    }
}

/// <summary>A rep and the manager who coaches them now.</summary>
public sealed class Coached
{
    public required Guid RepId { get; init; }

    public required Guid ManagerId { get; init; }

    public required string Manager { get; init; }

    /// <summary>How many teams stand above the manager's, that one included: the nearest to the rep has the most.</summary>
    public required int Depth { get; init; }
}
