using Microsoft.EntityFrameworkCore;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>Whom the actor coaches now, by name, to choose from.</summary>
public sealed class CoachedRepsQuery(TrustCoachDb db)
{
    private const int Most = 1000;

    public Task<List<RepName>> RunAsync(Actor actor, CancellationToken cancellation) =>
        db.RepsCoachedBy(actor).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(Most).Select(p => new RepName(p.Id, p.Name)).ToListAsync(cancellation);
}
