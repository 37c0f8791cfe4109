using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>An agreed promise as one of the two sees it.</summary>
/// <param name="State">As the clock has it today.</param>
/// <param name="IsMine">The reader owes it.</param>
/// <param name="Other">To whom, or from whom.</param>
/// <param name="Today">The organization's day.</param>
public sealed record AgreedPromisePage(CoachingPromise Promise, PromiseState State, bool IsMine, string Other, DateOnly Today);

/// <summary>Reads one agreed promise: one statement; null for all but the two.</summary>
public sealed class AgreedPromiseQuery(TrustCoachDb db, TimeProvider clock)
{
    public async Task<AgreedPromisePage?> RunAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var (me, today) = (actor.PersonId, actor.Today(clock.GetUtcNow()));
        var found = await (
            from p in db.AgreedPromisesOf(actor).AsNoTracking()
            join other in db.People on (p.RepId == me ? p.ManagerId : p.RepId) equals (Guid?)other.Id
            where p.Id == id
            select new { Promise = p, other.Name }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new(found.Promise, found.Promise.StateOn(today), found.Promise.OwedBy == me, found.Name, today);
    }
}
