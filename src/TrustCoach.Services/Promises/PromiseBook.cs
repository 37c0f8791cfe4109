using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Promises;

/// <summary>A promise under its relationship's lock, read after the lock was had: what it says cannot change under one's hands.</summary>
internal sealed record OpenedPromise(Promise Promise, Standing Standing, PromiseCalendar Calendar, string Before);

/// <summary>Opens promises for a change, and books their turns in ledger, week and give-and-take, inside the caller's transaction.</summary>
public sealed class PromiseBook(TrustCoachDb db, LedgerWriter ledger, RuleBook rules, TimeProvider clock)
{
    /// <summary>The clock and zones by which promises are judged for this person, with the grace of a version of the rules.</summary>
    /// <param name="rulesVersion">That of the locked standing, or the one held.</param>
    public async Task<PromiseCalendar> CalendarAsync(Actor actor, int rulesVersion, CancellationToken cancellation)
    {
        var book = await rules.OfAsync(db, rulesVersion, cancellation);
        return new(clock.GetUtcNow(), actor.OrganizationZone, actor.Zone, book.GraceDays);
    }

    internal Task<Standing?> LockAsync(Guid relationshipId, CancellationToken cancellation) => ledger.LockAsync(relationshipId, cancellation);

    /// <summary>Locks the relationship of a promise the actor may change and loads it; null when there is none.</summary>
    internal async Task<OpenedPromise?> OpenAsync(Actor actor, Guid promiseId, CancellationToken cancellation)
    {
        var relationships = db.RelationshipsFor(actor, Thing.Promise, Act.Edit);
        var relationshipId = await db.Promises
            .Where(p => p.Id == promiseId && relationships.Any(r => r.Id == p.RelationshipId))
            .Select(p => (Guid?)p.RelationshipId).SingleOrDefaultAsync(cancellation);
        if (relationshipId is not { } id || await ledger.LockAsync(id, cancellation) is not { } standing)
            return null;
        var promise = await db.Promises.Include(p => p.Turns).SingleAsync(p => p.Id == promiseId, cancellation);
        return new(promise, standing, await CalendarAsync(actor, standing.RulesVersion, cancellation), AuditTrail.Snapshot(promise));
    }

    /// <summary>Books a turn just taken.</summary>
    internal async Task BookAsync(Promise promise, Standing standing, PromiseTurn turn, CancellationToken cancellation)
    {
        // A turn that overturns another changes what the ledger has said already; a new one only adds to it.
        if (promise.Turns.Any(t => t.UndoneAt is not null))
            await ledger.ReplaceAsync(standing, promise.Id, promise.Evidence(), turn.By, clock.GetUtcNow(), cancellation);
        else if (promise.EvidenceOf(turn) is { } entry)
            await ledger.AppendAsync(standing, [entry], cancellation);
        await CountAsync(promise, turn, 1, cancellation);
        if (LedgerWriter.FavourOf(promise) is { } favour)
            await ledger.FavourAsync(standing, favour, cancellation);
    }

    /// <summary>Takes turns just undone off again.</summary>
    /// <param name="by">Who undid them.</param>
    internal async Task UnbookAsync(Promise promise, Standing standing, IEnumerable<PromiseTurn> undone, Guid by, CancellationToken cancellation)
    {
        await ledger.ReplaceAsync(standing, promise.Id, promise.Evidence(), by, clock.GetUtcNow(), cancellation);
        foreach (var turn in undone)
            await CountAsync(promise, turn, -1, cancellation);
        await ledger.RefoldFavoursAsync(standing, cancellation);
    }

    /// <summary>Books what the clock has closed in one relationship; how many promises that were.</summary>
    internal async Task<int> CloseByClockAsync(Standing standing, PromiseCalendar calendar, CancellationToken cancellation)
    {
        var promises = await db.Promises.Include(p => p.Turns)
            .Where(p => p.RelationshipId == standing.RelationshipId && p.State == PromiseState.Open && p.ClosesOn <= calendar.Today)
            .OrderBy(p => p.ClosesOn).ThenBy(p => p.Id).ToListAsync(cancellation);
        var fresh = new List<LedgerEntry>();
        foreach (var promise in promises)
        {
            if (promise.CloseByClock(calendar.Today, calendar) is not { } turn)
                continue;
            // A second verdict, after one that was overturned and then not after all, is in the ledger already.
            if (promise.Turns.Any(t => t.UndoneAt is not null))
                await ledger.ReplaceAsync(standing, promise.Id, promise.Evidence(), null, calendar.Now, cancellation);
            else if (promise.EvidenceOf(turn) is { } entry)
                fresh.Add(entry);
            if (promise.Direction == Direction.Ours && turn.Kind == PromiseTurnKind.BrokenByClock)
                await ledger.TallyAsync(promise.RepId, turn.Day, tally => tally.Count(turn, 1), cancellation);
            db.RecordByClock(calendar.Now, AuditActs.PromiseTurned, promise.Id, AuditTrail.Snapshot(promise));
        }

        await ledger.AppendAsync(standing, fresh, cancellation);
        return promises.Count;
    }

    /// <summary>Counts a turn of ours in its week, or takes it off with <paramref name="sign"/> -1. Theirs are no deeds of the rep's.</summary>
    internal Task CountAsync(Promise promise, PromiseTurn turn, int sign, CancellationToken cancellation) =>
        promise.Direction == Direction.Ours && turn.IsClosing && turn.Kind != PromiseTurnKind.Lapsed
            ? ledger.TallyAsync(promise.RepId, turn.Day, tally => tally.Count(turn, sign), cancellation)
            : Task.CompletedTask;
}
