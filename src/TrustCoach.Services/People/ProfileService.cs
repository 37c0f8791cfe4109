using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

public sealed record ChangeProfile(string Name, string TimeZone, string Culture);

/// <summary>One signed-in browser of a person, as they see it.</summary>
public sealed record OpenSession(Guid Id, string? UserAgent, string? Address, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt);

/// <summary>What a person sees of their own account.</summary>
public sealed record Profile(string Name, string TimeZone, string Culture, string? Email, bool IsConfirmed, IReadOnlyList<OpenSession> Sessions);

/// <summary>Reads and changes one's own record.</summary>
public sealed class ProfileService(TrustCoachDb db, TimeProvider clock)
{
    public async Task<Profile> FindAsync(Actor actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var sessions = await db.Sessions.Where(s => s.PersonId == actor.PersonId && s.EndedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastSeenAt).Take(50)
            .Select(s => new OpenSession(s.Id, s.UserAgent, s.Address, s.CreatedAt, s.LastSeenAt)).ToListAsync(cancellation);
        var account = await db.Accounts.Where(a => a.Id == actor.PersonId).Select(a => new { a.Email, a.EmailConfirmed }).SingleOrDefaultAsync(cancellation);
        return new(actor.Name, actor.Zone.Id, actor.Culture.Name, account?.Email, account?.EmailConfirmed ?? false, sessions);
    }

    /// <returns>The problem; null when all is saved.</returns>
    public async Task<Problem?> ChangeAsync(Actor actor, ChangeProfile command, CancellationToken cancellation)
    {
        var person = await db.People.SingleAsync(p => p.Id == actor.PersonId, cancellation);
        var before = AuditTrail.Snapshot(person);
        if (person.Change(command.Name, command.TimeZone, command.Culture) is { } problem)
            return problem;
        db.Record(actor, clock.GetUtcNow(), AuditActs.PersonChanged, person.Id, before, AuditTrail.Snapshot(person));
        await db.SaveChangesAsync(cancellation);
        return null;
    }
}
