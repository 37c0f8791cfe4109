using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;

namespace TrustCoach.Services.People;

/// <summary>What waits behind the entries of the menu.</summary>
public sealed class MenuCounts(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>What the actor still owes, due by the end of their day or overdue.</summary>
    public Task<int> DuePromisesAsync(Actor actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (today, end) = (actor.Today(now), Days.EndOf(Days.Of(now, actor.Zone), actor.Zone));
        // What the clock has closed is owed no more, whether or not a job has booked it.
        return db.Promises.CountAsync(
            p => p.RepId == actor.PersonId && p.State == PromiseState.Open && p.DueAt < end && p.ClosesOn > today && p.Direction == Direction.Ours,
            cancellation);
    }

    /// <summary>Disputes that wait for the actor's answer.</summary>
    public Task<int> DisputesToAnswerAsync(Actor actor, CancellationToken cancellation) =>
        db.DisputesOf(actor, Act.Edit).CountAsync(d => d.State == DisputeState.Open, cancellation);

    public Task<bool> HasOwnCustomersAsync(Actor actor, CancellationToken cancellation) =>
        db.Relationships.AnyAsync(r => r.RepId == actor.PersonId && r.EndedOn == null, cancellation);
}
