using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>A rep by name.</summary>
public sealed record RepName(Guid Id, string Name);

/// <summary>A team with its active reps, by name.</summary>
internal sealed record ManagedTeam(TeamChoice Choice, List<RepName> Reps);

/// <summary>A relationship's customer, and what its scores are read from.</summary>
internal sealed record NamedRelationship(Guid Id, Guid CustomerId, string Customer, Standing Standing);

/// <summary>What several coaching pages begin or end with: whose reps, and who the customers are. One statement each.</summary>
internal static class ManagedTeams
{
    /// <summary>The teams the actor coaches, by name.</summary>
    public static async Task<List<ManagedTeam>> ManagedTeamsAsync(this TrustCoachDb db, Actor actor, CancellationToken cancellation)
    {
        var people = db.PeopleFor(actor, Thing.TeamCredibility, Act.See);
        var rows = await db.Teams.AsNoTracking()
            .Where(t => t.ManagerId == actor.PersonId && t.ArchivedAt == null)
            .Select(t => new
            {
                t.Id,
                t.Name,
                Reps = people.Where(p => p.TeamId == t.Id && p.DeactivatedAt == null && (p.Roles & Roles.Rep) != 0)
                    .OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new RepName(p.Id, p.Name)).ToList(),
            })
            .OrderBy(t => t.Name).ThenBy(t => t.Id)
            .ToListAsync(cancellation);
        return rows.ConvertAll(t => new ManagedTeam(new TeamChoice(t.Id, t.Name), t.Reps));
    }

    /// <summary>The team of an address, or the first when it names none; null when it is none of theirs.</summary>
    public static ManagedTeam? Pick(this List<ManagedTeam> teams, Guid? teamId) =>
        teamId is null ? teams.FirstOrDefault() : teams.Find(t => t.Choice.Id == teamId);

    public static async Task<Dictionary<Guid, NamedRelationship>> NamesAsync(this TrustCoachDb db, Guid[] ids, CancellationToken cancellation) => await (
        from relationship in db.Relationships
        where ids.Contains(relationship.Id)
        join customer in db.Customers on relationship.CustomerId equals customer.Id
        join standing in db.Standings.AsNoTracking() on relationship.Id equals standing.RelationshipId
        select new NamedRelationship(relationship.Id, customer.Id, customer.Name, standing)).ToDictionaryAsync(r => r.Id, cancellation);
}
