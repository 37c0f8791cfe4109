using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

public sealed record ChangePerson(Guid Id, string Name, Roles Roles, Guid? TeamId);

/// <summary>What an admin does with people. The organization keeps at least one admin who can sign in.</summary>
public sealed class PersonService(TrustCoachDb db, TimeProvider clock)
{
    private static readonly Problem LastAdmin = new("Roles", "This is the only admin left. Make somebody else an admin first.");

    /// <returns>Null when there is no such person.</returns>
    public async Task<Result<Person>?> ChangeAsync(Actor actor, ChangePerson command, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await FindAsync(actor, command.Id, cancellation) is not { } person)
            return null;
        if (command.TeamId is { } teamId && teamId != person.TeamId && !await db.Teams.AnyAsync(t => t.Id == teamId && t.ArchivedAt == null, cancellation))
            return new Problem(nameof(command.TeamId), "Pick a team from the list.");
        if (!command.Roles.HasFlag(Roles.Admin) && await IsLastAdminAsync(person, cancellation))
            return LastAdmin;
        if (!command.Roles.HasFlag(Roles.Manager) && await db.Teams.AnyAsync(t => t.ManagerId == person.Id && t.ArchivedAt == null, cancellation))
            return new Problem(nameof(command.Roles), $"{person.Name} manages a team. Give the team to another manager first.");
        var before = AuditTrail.Snapshot(person);
        if ((person.Change(command.Name, person.TimeZone, person.Culture) ?? person.Assign(command.Roles, command.TeamId)) is { } problem)
            return problem;
        var now = clock.GetUtcNow();
        if (!Visibility.Allows(person.Roles, Thing.Coaching, Act.Edit))
            await db.LeaveCoachingAsync(actor, person.Id, $"{person.Name} has another role.", now, cancellation);
        db.Record(actor, now, AuditActs.PersonChanged, person.Id, before, AuditTrail.Snapshot(person));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (Result<Person>)person;
    }

    /// <summary>Switches a person off and ends their sessions; the history stays.</summary>
    /// <param name="leavesCustomers">True to go ahead although customers are left without a rep.</param>
    /// <returns>Null when there is no such person.</returns>
    public async Task<Result<Person>?> DeactivateAsync(Actor actor, Guid id, bool leavesCustomers, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await FindAsync(actor, id, cancellation) is not { } person)
            return null;
        if (await IsLastAdminAsync(person, cancellation))
            return LastAdmin with { Field = "" };
        var open = await db.Relationships.CountAsync(r => r.RepId == id && r.EndedOn == null, cancellation);
        if (open > 0 && !leavesCustomers)
            return new Problem("LeavesCustomers", $"{person.Name} still has {Counted(open)}. Hand them over first, or say that they wait without a rep for now.");
        var now = clock.GetUtcNow();
        var before = AuditTrail.Snapshot(person);
        person.Deactivate(now);
        await EndSessionsAsync(id, now, cancellation);
        await db.LeaveCoachingAsync(actor, id, $"{person.Name} was switched off.", now, cancellation);
        db.Record(actor, now, AuditActs.PersonDeactivated, id, before, AuditTrail.Snapshot(person));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (Result<Person>)person;
    }

    /// <summary>False when there is no such person.</summary>
    public async Task<bool> ReactivateAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(actor, id, cancellation) is not { } person)
            return false;
        var before = AuditTrail.Snapshot(person);
        person.Reactivate();
        db.Record(actor, clock.GetUtcNow(), AuditActs.PersonReactivated, id, before, AuditTrail.Snapshot(person));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Signs a person out everywhere; how many sessions ended, null when there is no such person.</summary>
    public async Task<int?> EndSessionsAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(actor, id, cancellation) is null)
            return null;
        var now = clock.GetUtcNow();
        var ended = await EndSessionsAsync(id, now, cancellation);
        db.Record(actor, now, AuditActs.SessionsEnded, id, after: AuditTrail.Snapshot(new { Sessions = ended }));
        await db.SaveChangesAsync(cancellation);
        return ended;
    }

    private Task<Person?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        db.PeopleFor(actor, Thing.Person, Act.Manage).SingleOrDefaultAsync(p => p.Id == id, cancellation);

    private async Task<bool> IsLastAdminAsync(Person person, CancellationToken cancellation)
    {
        if (!person.Roles.HasFlag(Roles.Admin) || person.DeactivatedAt is not null)
            return false;
        // Locked, so that two admins who remove each other at the same moment do not both succeed.
        await db.Database.ExecuteSqlAsync($"select 1 from organizations where id = {person.OrganizationId} for update", cancellation);
        return !await db.People.AnyAsync(
            p => p.Id != person.Id && p.DeactivatedAt == null && (p.Roles & Roles.Admin) != 0 && db.Accounts.Any(a => a.Id == p.Id), cancellation);
    }

    private async Task<int> EndSessionsAsync(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        var sessions = await db.Sessions.Where(s => s.PersonId == id && s.EndedAt == null).ToListAsync(cancellation);
        sessions.ForEach(s => s.End(now));
        return sessions.Count;
    }

    private static string Counted(int customers) => customers == 1 ? "one customer" : $"{customers} customers";
}
