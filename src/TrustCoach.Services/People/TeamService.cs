using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

/// <summary>What a team is to be.</summary>
/// <param name="PartOfId">The team it is part of; null for none.</param>
public sealed record ChangeTeam(Guid Id, string Name, Guid? ManagerId, Guid? PartOfId);

/// <summary>Forms teams, hands them to managers, puts people into them and archives them.</summary>
public sealed class TeamService(TrustCoachDb db, TimeProvider clock)
{
    public async Task<Result<Team>> FormAsync(Actor actor, string name, Guid? managerId, Guid? partOfId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (Team.Form(actor.OrganizationId, Guid.CreateVersion7(now), name).Refused(out var problem, out var team))
            return problem;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if ((await GiveAsync(team, managerId, cancellation) ?? await PutAsync(team, partOfId, cancellation)) is { } refusal)
            return refusal;
        db.Teams.Add(team);
        db.Record(actor, now, AuditActs.TeamFormed, team.Id, after: AuditTrail.Snapshot(team));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return team;
    }

    /// <returns>Null when there is no such team.</returns>
    public async Task<Result<Team>?> ChangeAsync(Actor actor, ChangeTeam command, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Teams.SingleOrDefaultAsync(t => t.Id == command.Id, cancellation) is not { } team)
            return null;
        var before = AuditTrail.Snapshot(team);
        if ((team.Rename(command.Name) ?? await GiveAsync(team, command.ManagerId, cancellation) ?? await PutAsync(team, command.PartOfId, cancellation)) is { } problem)
            return problem;
        db.Record(actor, clock.GetUtcNow(), AuditActs.TeamChanged, team.Id, before, AuditTrail.Snapshot(team));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return team;
    }

    /// <summary>Puts a person into a team, out of the one they were in; false when one of the two does not exist.</summary>
    public async Task<bool> AddMemberAsync(Actor actor, Guid teamId, Guid personId, CancellationToken cancellation) =>
        await db.Teams.AnyAsync(t => t.Id == teamId && t.ArchivedAt == null, cancellation)
        && await MoveAsync(actor, p => p.Id == personId, teamId, cancellation);

    /// <summary>Takes a person out of a team; false when they are not in it.</summary>
    public Task<bool> RemoveMemberAsync(Actor actor, Guid teamId, Guid personId, CancellationToken cancellation) =>
        MoveAsync(actor, p => p.Id == personId && p.TeamId == teamId, null, cancellation);

    /// <summary>Puts a team away. Its members stay in it until they are moved, so it may have none who are active.</summary>
    /// <returns>Null when there is no such team.</returns>
    public async Task<Result<Team>?> ArchiveAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        if (await db.Teams.SingleOrDefaultAsync(t => t.Id == id, cancellation) is not { } team)
            return null;
        if (await db.People.CountAsync(p => p.TeamId == id && p.DeactivatedAt == null, cancellation) is > 0 and var members)
            return new Problem("", $"The team still has {members} {(members == 1 ? "person" : "people")}. Move them to another team first.");
        if (await db.Teams.Where(t => t.PartOfId == id && t.ArchivedAt == null).OrderBy(t => t.Name).Select(t => t.Name).FirstOrDefaultAsync(cancellation) is { } part)
            return new Problem("", $"{part} is part of this team. Let it stand alone, or put it into another team, first.");
        return await SaveAsync(actor, team, t => t.Archive(clock.GetUtcNow()), cancellation);
    }

    /// <returns>False when there is no such team.</returns>
    public async Task<bool> RestoreAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        if (await db.Teams.SingleOrDefaultAsync(t => t.Id == id, cancellation) is not { } team)
            return false;
        await SaveAsync(actor, team, t => t.Restore(), cancellation);
        return true;
    }

    private async Task<Team> SaveAsync(Actor actor, Team team, Action<Team> change, CancellationToken cancellation)
    {
        var before = AuditTrail.Snapshot(team);
        change(team);
        db.Record(actor, clock.GetUtcNow(), AuditActs.TeamArchived, team.Id, before, AuditTrail.Snapshot(team));
        await db.SaveChangesAsync(cancellation);
        return team;
    }

    private async Task<bool> MoveAsync(
        Actor actor, System.Linq.Expressions.Expression<Func<Person, bool>> who, Guid? teamId, CancellationToken cancellation)
    {
        if (await db.PeopleFor(actor, Thing.Team, Act.Manage).SingleOrDefaultAsync(who, cancellation) is not { } person)
            return false;
        var before = AuditTrail.Snapshot(person);
        person.Assign(person.Roles, teamId);
        db.Record(actor, clock.GetUtcNow(), AuditActs.PersonChanged, person.Id, before, AuditTrail.Snapshot(person));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    // All teams of the organization are locked: two at once could each make one part of the other.
    private async Task<Problem?> PutAsync(Team team, Guid? partOfId, CancellationToken cancellation)
    {
        if (team.PartOfId == partOfId)
            return null;
        var teams = await db.Teams.FromSql($"select * from teams where organization_id = {db.Organization.Id} for update").ToListAsync(cancellation);
        var upper = teams.Find(t => t.Id == partOfId && t.ArchivedAt is null);
        if (partOfId is not null && upper is null)
            return new Problem(nameof(Team.PartOfId), "Pick a team from the list.");
        var beneath = teams.Where(t => t.Id != team.Id && t.Path.Contains(team.Id)).OrderBy(t => t.Path.Count).ToList();
        var levels = 1 + (beneath.Count == 0 ? 0 : beneath[^1].Path.Count - team.Path.Count);
        if (team.PutInto(upper, levels) is { } problem)
            return problem;
        foreach (var part in beneath)
            part.Follow(teams.Find(t => t.Id == part.PartOfId)!);
        return null;
    }

    private async Task<Problem?> GiveAsync(Team team, Guid? managerId, CancellationToken cancellation)
    {
        if (managerId is not { } id)
            return team.GiveTo(null);
        var manager = await db.People.SingleOrDefaultAsync(p => p.Id == id && p.DeactivatedAt == null, cancellation);
        return manager is null ? new Problem(nameof(Team.ManagerId), "Pick a manager from the list.") : team.GiveTo(manager);
    }
}
