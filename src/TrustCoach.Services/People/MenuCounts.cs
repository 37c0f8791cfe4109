using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;

namespace TrustCoach.Services.People;

/// <summary>What waits behind the entries of the menu.</summary>
public sealed class MenuCounts(TrustCoachDb db)
{
    /// <summary>Disputes that wait for the actor's answer.</summary>
    public Task<int> DisputesToAnswerAsync(Actor actor, CancellationToken cancellation) =>
        db.DisputesOf(actor, Act.Edit).CountAsync(d => d.State == DisputeState.Open, cancellation);

    public Task<bool> HasOwnCustomersAsync(Actor actor, CancellationToken cancellation) =>
        db.Relationships.AnyAsync(r => r.RepId == actor.PersonId && r.EndedOn == null, cancellation);
}
