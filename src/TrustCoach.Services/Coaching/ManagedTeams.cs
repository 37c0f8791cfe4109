using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>A rep by name.</summary>
public sealed record RepName(Guid Id, string Name);

/// <summary>A team the actor reaches, with its active reps.</summary>
/// <param name="PartOfId">The team it is part of.</param>
/// <param name="IsOwn">The actor is its manager; of the others, of a team above it.</param>
/// <param name="Own">The reps in the team itself, by name.</param>
/// <param name="Parts">The teams directly in it, by name.</param>
/// <param name="Reps">Its reps and those of all teams beneath it, by name.</param>
/// <param name="Coached">Those of them whom the actor coaches, because no active manager stands nearer to them.</param>
internal sealed record ManagedTeam(
    TeamChoice Choice, Guid? PartOfId, bool IsOwn, List<RepName> Own, List<TeamChoice> Parts, List<RepName> Reps, HashSet<Guid> Coached);

/// <summary>A relationship's customer, and what its scores are read from.</summary>
internal sealed record NamedRelationship(Guid Id, Guid CustomerId, string Customer, Standing Standing);

/// <summary>What several coaching pages begin or end with: whose reps, and who the customers are. One statement each.</summary>
internal static class ManagedTeams
{
    /// <summary>The teams the actor coaches and those beneath them, by name.</summary>
    public static async Task<List<ManagedTeam>> ManagedTeamsAsync(this TrustCoachDb db, Actor actor, CancellationToken cancellation)
    {
        var people = db.PeopleFor(actor, Thing.TeamCredibility, Act.See);
        var rows = await db.TeamsOf(actor.PersonId).AsNoTracking()
            .Where(t => t.ArchivedAt == null)
            .Select(t => new
            {
                t.Id,
                t.Name,
                t.Path,
                t.PartOfId,
                IsOwn = t.ManagerId == actor.PersonId,
                Manager = db.People.Where(p => p.Id == t.ManagerId && p.DeactivatedAt == null && (p.Roles & Roles.Manager) != 0).Select(p => (Guid?)p.Id).FirstOrDefault(),
                Reps = people.Where(p => p.TeamId == t.Id && p.DeactivatedAt == null && (p.Roles & Roles.Rep) != 0)
                    .OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new RepName(p.Id, p.Name)).ToList(),
            })
            .OrderBy(t => t.Name).ThenBy(t => t.Id)
            .ToListAsync(cancellation);
        // The nearest active manager but oneself, as in DisputesFor.Coaching.
        Guid? CoachOf(Guid repId, List<Guid> path) =>
            path.Select(id => rows.Find(t => t.Id == id)?.Manager).FirstOrDefault(manager => manager is not null && manager != repId);
        var coached = rows.SelectMany(t => t.Reps.Where(r => CoachOf(r.Id, t.Path) == actor.PersonId).Select(r => r.Id)).ToHashSet();
        var byName = StringComparer.Create(actor.Culture, ignoreCase: true);
        return rows.ConvertAll(t => new ManagedTeam(
            new TeamChoice(t.Id, t.Name), t.PartOfId, t.IsOwn, t.Reps,
            [.. rows.Where(part => part.PartOfId == t.Id).Select(part => new TeamChoice(part.Id, part.Name))],
            rows.Exists(part => part.PartOfId == t.Id)
                ? [.. rows.Where(part => part.Path.Contains(t.Id)).SelectMany(part => part.Reps).OrderBy(r => r.Name, byName).ThenBy(r => r.Id)]
                : t.Reps,
            coached));
    }

    /// <summary>The team of an address, or the first of their own when it names none; null when it is none of theirs.</summary>
    public static ManagedTeam? Pick(this List<ManagedTeam> teams, Guid? teamId) =>
        teamId is null ? teams.Find(t => t.IsOwn) : teams.Find(t => t.Choice.Id == teamId);

    /// <summary>The team a rep is in; null when the actor reaches none.</summary>
    public static ManagedTeam? OfRep(this List<ManagedTeam> teams, Guid repId) => teams.Find(t => t.Own.Exists(r => r.Id == repId));

    /// <summary>What an address asks for: the team it names, or the team of the rep it names; null when it is none of theirs.</summary>
    public static ManagedTeam? Pick(this List<ManagedTeam> teams, Guid? teamId, Guid? repId) =>
        repId is { } rep ? teams.OfRep(rep) : teams.Pick(teamId);

    public static async Task<Dictionary<Guid, NamedRelationship>> NamesAsync(this TrustCoachDb db, Guid[] ids, CancellationToken cancellation) => await (
        from relationship in db.Relationships
        where ids.Contains(relationship.Id)
        join customer in db.Customers on relationship.CustomerId equals customer.Id
        join standing in db.Standings.AsNoTracking() on relationship.Id equals standing.RelationshipId
        select new NamedRelationship(relationship.Id, customer.Id, customer.Name, standing)).ToDictionaryAsync(r => r.Id, cancellation);
}
