using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Briefings;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Briefings;

/// <summary>A self-check and the author's own day on which it was written.</summary>
public sealed record WrittenSelfCheck(SelfCheck Check, DateOnly Day);

/// <summary>
/// Keeps one's own self-check for a customer of one's own. It goes past audit and log on purpose: that it exists is nobody's business
/// either. Null or false where the actor has no such relationship of their own.
/// </summary>
public sealed class SelfCheckService(TrustCoachDb db, SelfCheckSeal seal, TimeProvider clock)
{
    /// <summary>Keeps it in place of the one before; without a word in it, tears that up.</summary>
    public async Task<Result<SelfCheck>?> WriteAsync(Actor actor, Guid relationshipId, SelfCheck check, CancellationToken cancellation)
    {
        if (!await IsOwnAsync(actor, relationshipId, cancellation))
            return null;
        if (SelfCheck.Of(check.Tone, check.Appearance, check.Demeanour).Refused(out var problem, out var said))
            return problem;
        if (said.IsEmpty)
        {
            await TearUpAsync(actor, relationshipId, cancellation);
            return said;
        }

        var (day, words) = (Days.Of(clock.GetUtcNow(), actor.Zone), seal.Close(actor.PersonId, said));
        // SQL, because two clicks at once are one row and no error.
        await db.Database.ExecuteSqlAsync($"""
            insert into self_checks (organization_id, person_id, relationship_id, day, sealed)
            values ({actor.OrganizationId}, {actor.PersonId}, {relationshipId}, {day}, {words})
            on conflict (organization_id, person_id, relationship_id) do update set day = excluded.day, sealed = excluded.sealed
            """, cancellation);
        return said;
    }

    /// <summary>Tears it up: nothing of it stays.</summary>
    public async Task<bool> TearUpAsync(Actor actor, Guid relationshipId, CancellationToken cancellation)
    {
        if (!await IsOwnAsync(actor, relationshipId, cancellation))
            return false;
        await db.SelfChecks.Where(c => c.PersonId == actor.PersonId && c.RelationshipId == relationshipId).ExecuteDeleteAsync(cancellation);
        return true;
    }

    /// <summary>What the actor wrote last; null when nothing, or when it cannot be opened any more.</summary>
    public async Task<WrittenSelfCheck?> ReadAsync(Actor actor, Guid relationshipId, CancellationToken cancellation)
    {
        var kept = await db.SelfChecks.AsNoTracking()
            .SingleOrDefaultAsync(c => c.PersonId == actor.PersonId && c.RelationshipId == relationshipId, cancellation);
        return kept is not null && seal.Open(actor.PersonId, kept.Sealed) is { } check ? new(check, kept.Day) : null;
    }

    private Task<bool> IsOwnAsync(Actor actor, Guid relationshipId, CancellationToken cancellation) =>
        db.RelationshipsFor(actor, Thing.SelfCheck, Act.Edit).AnyAsync(r => r.Id == relationshipId && r.RepId == actor.PersonId, cancellation);
}
