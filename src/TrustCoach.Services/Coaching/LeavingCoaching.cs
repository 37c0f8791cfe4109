using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>What becomes of somebody's coaching when they leave, in the caller's transaction.</summary>
internal static class LeavingCoaching
{
    /// <summary>
    /// Nobody is held to what was promised to or by somebody who is gone, and a rep's planned session is cancelled. What a manager had
    /// planned stays planned, for who coaches the rep next.
    /// </summary>
    public static async Task LeaveCoachingAsync(this TrustCoachDb db, Actor actor, Guid personId, string why, DateTimeOffset now, CancellationToken cancellation)
    {
        var today = actor.Today(now);
        await db.HoldCoachingAsync(personId, cancellation);
        var planned = await db.CoachingSessions.SingleOrDefaultAsync(s => s.RepId == personId && s.State == SessionState.Planned, cancellation);
        if (planned is not null && planned.Cancel(why, now) is null)
        {
            foreach (var item in await db.AgendaItems.Where(i => i.SettledIn == planned.Id).ToListAsync(cancellation))
                item.Reopen();
            db.Record(actor, now, AuditActs.SessionCancelled, planned.Id, reason: why);
        }

        foreach (var promise in await db.CoachingPromises
            .Where(p => p.State == PromiseState.Open && ((p.Kind == CoachingPromiseKind.Agreed && (p.RepId == personId || p.ManagerId == personId))
                || (p.Kind == CoachingPromiseKind.BeThere && p.RepId == personId))).ToListAsync(cancellation))
        {
            promise.LetGo(today);
        }
    }
}
