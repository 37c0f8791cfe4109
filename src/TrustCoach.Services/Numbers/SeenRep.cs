using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Numbers;

/// <summary>A rep whose scores the reader may see: themselves, or one they coach.</summary>
public sealed record SeenRep(Guid Id, string Name, bool IsOwn, Guid? TeamId);

internal static class SeenReps
{
    /// <summary>Null when the actor sees no scores of theirs.</summary>
    public static Task<SeenRep?> SeenRepAsync(this TrustCoachDb db, Actor actor, Guid repId, CancellationToken cancellation) =>
        db.PeopleFor(actor, Thing.Score, Act.See).Where(p => p.Id == repId)
            .Select(p => new SeenRep(p.Id, p.Name, p.Id == actor.PersonId, p.TeamId)).SingleOrDefaultAsync(cancellation)!;
}
