using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Customers;

public sealed record RepChoice(Guid Id, string Name);

/// <summary>The reps a person may pick from, by name: those whose customers they reach with an act.</summary>
public sealed class RepChoicesQuery(TrustCoachDb db)
{
    /// <summary>Nothing to pick, and so nothing read, for who reaches their own customers only.</summary>
    public async Task<IReadOnlyList<RepChoice>> RunAsync(Actor actor, Act act, CancellationToken cancellation) =>
        actor.Reach(Thing.Customer, act) is Reach.Nobody or Reach.Own
            ? []
            : await db.PeopleFor(actor, Thing.Customer, act)
                .Where(p => p.DeactivatedAt == null && (p.Roles & Roles.Rep) != 0)
                .OrderBy(p => p.Name).Select(p => new RepChoice(p.Id, p.Name)).Take(1000).ToListAsync(cancellation);
}
