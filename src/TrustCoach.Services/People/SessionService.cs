using Microsoft.EntityFrameworkCore;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

/// <summary>Ends sessions: the browser behind one is signed out with its next request.</summary>
public sealed class SessionService(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>Ends one of the actor's own sessions; false when there is no such.</summary>
    public async Task<bool> EndAsync(Actor actor, Guid sessionId, CancellationToken cancellation) =>
        await EndAsync(actor, actor.PersonId, db.Sessions.Where(s => s.Id == sessionId), cancellation) > 0;

    /// <summary>Ends the actor's own sessions but the one they are using.</summary>
    public Task<int> EndOthersAsync(Actor actor, Guid? sessionId, CancellationToken cancellation) =>
        EndAsync(actor, actor.PersonId, db.Sessions.Where(s => s.Id != sessionId), cancellation);

    private async Task<int> EndAsync(Actor actor, Guid personId, IQueryable<SignInSession> which, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var sessions = await which.Where(s => s.PersonId == personId && s.EndedAt == null && s.ExpiresAt > now).ToListAsync(cancellation);
        sessions.ForEach(s => s.End(now));
        if (sessions.Count > 0)
            db.Record(actor, now, AuditActs.SessionsEnded, personId, after: AuditTrail.Snapshot(new { Sessions = sessions.Count }));
        await db.SaveChangesAsync(cancellation);
        return sessions.Count;
    }
}
