using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

/// <param name="PartOf">The name of the team it is part of.</param>
public sealed record TeamRow(Guid Id, string Name, string? Manager, string? PartOf, int Members, DateTimeOffset? ArchivedAt);

public sealed record Named(Guid Id, string Name);

/// <summary>A team with its members.</summary>
/// <param name="Parts">The teams that are part of it.</param>
public sealed record TeamCard(Guid Id, string Name, Guid? ManagerId, Guid? PartOfId, DateTimeOffset? ArchivedAt, IReadOnlyList<Named> Members, IReadOnlyList<Named> Parts);

/// <summary>Lists teams and what may be chosen for them.</summary>
public sealed class TeamsQuery(TrustCoachDb db)
{
    public async Task<IReadOnlyList<TeamRow>> RunAsync(CancellationToken cancellation) => await db.Teams
        .OrderBy(t => t.ArchivedAt != null).ThenBy(t => t.Name).ThenBy(t => t.Id).Take(500)
        .Select(t => new TeamRow(
            t.Id, t.Name, db.People.Where(p => p.Id == t.ManagerId).Select(p => p.Name).FirstOrDefault(),
            db.Teams.Where(u => u.Id == t.PartOfId).Select(u => u.Name).FirstOrDefault(),
            db.People.Count(p => p.TeamId == t.Id && p.DeactivatedAt == null), t.ArchivedAt))
        .ToListAsync(cancellation);

    public async Task<TeamCard?> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Teams.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancellation) is not { } team)
            return null;
        var members = await db.People.Where(p => p.TeamId == id && p.DeactivatedAt == null)
            .OrderBy(p => p.Name).Take(500).Select(p => new Named(p.Id, p.Name)).ToListAsync(cancellation);
        var parts = await db.Teams.Where(t => t.PartOfId == id && t.ArchivedAt == null).OrderBy(t => t.Name).Take(500).Select(t => new Named(t.Id, t.Name)).ToListAsync(cancellation);
        return new(team.Id, team.Name, team.ManagerId, team.PartOfId, team.ArchivedAt, members, parts);
    }

    /// <summary>Teams people can be put into.</summary>
    public async Task<IReadOnlyList<Named>> OpenAsync(CancellationToken cancellation) => await db.Teams
        .Where(t => t.ArchivedAt == null).OrderBy(t => t.Name).Select(t => new Named(t.Id, t.Name)).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Named>> ManagersAsync(CancellationToken cancellation) => await db.People
        .Where(p => p.DeactivatedAt == null && (p.Roles & Roles.Manager) != 0)
        .OrderBy(p => p.Name).Select(p => new Named(p.Id, p.Name)).ToListAsync(cancellation);

    /// <summary>Active people who are not in a team, to choose from.</summary>
    public async Task<IReadOnlyList<Named>> OutsideAsync(Guid teamId, CancellationToken cancellation) => await db.People
        .Where(p => p.DeactivatedAt == null && p.TeamId != teamId)
        .OrderBy(p => p.Name).Take(500).Select(p => new Named(p.Id, p.Name)).ToListAsync(cancellation);
}
