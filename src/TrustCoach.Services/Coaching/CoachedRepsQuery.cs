using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>Whom the actor coaches now.</summary>
public sealed class CoachedRepsQuery(TrustCoachDb db)
{
    private const int Most = 1000;

    /// <summary>The planned session of one of them; null when none is.</summary>
    public Task<Guid?> PlannedAsync(Actor actor, Guid repId, CancellationToken cancellation)
    {
        var reps = db.RepsCoachedBy(actor);
        return db.CoachingSessions.Where(s => s.RepId == repId && s.State == SessionState.Planned && reps.Any(p => p.Id == repId))
            .Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>By name, to choose from.</summary>
    public Task<List<RepName>> RunAsync(Actor actor, CancellationToken cancellation) =>
        db.RepsCoachedBy(actor).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(Most).Select(p => new RepName(p.Id, p.Name)).ToListAsync(cancellation);
}
