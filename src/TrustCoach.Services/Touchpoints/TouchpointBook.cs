using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Touchpoints;

/// <summary>A relationship under its lock, with all that logging in it has to know.</summary>
/// <param name="LoggedId">The touchpoint that the form's key has made already.</param>
internal sealed record OpenedRelationship(
    Standing Standing, Guid RepId, Guid CustomerId, bool Ended, bool Archived, bool ContactKnown, Guid? LoggedId);

/// <summary>A touchpoint under its relationship's lock, read after the lock was had: what it says cannot change under one's hands.</summary>
internal sealed record OpenedTouchpoint(Touchpoint Touchpoint, Standing Standing, string Before);

/// <summary>Opens relationships and touchpoints for a change, and books what they say in ledger, week and give-and-take, inside the caller's transaction.</summary>
public sealed class TouchpointBook(TrustCoachDb db, LedgerWriter ledger, PromiseBook promises, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    internal Task<PromiseCalendar> CalendarAsync(Actor actor, Standing standing, CancellationToken cancellation) =>
        promises.CalendarAsync(actor, standing.RulesVersion, cancellation);

    /// <summary>Locks the relationship that a log is for; null when the actor may log in no such relationship.</summary>
    internal Task<OpenedRelationship?> OpenAsync(Actor actor, LogTouchpoint command, CancellationToken cancellation)
    {
        var relationships = db.RelationshipsFor(actor, Thing.Touchpoint, Act.Log);
        // One statement: it finds the relationship, takes its lock and reads its standing as it is once the lock is had.
        // A key that another request writes meanwhile is not seen by it; the unique index catches that one.
        var standings = command.RelationshipId is { } id
            ? db.Standings.FromSql($"select * from standings where organization_id = {db.Organization.Id} and relationship_id = {id} for update")
            : db.Standings.FromSql($"""
                select * from standings where organization_id = {db.Organization.Id} and relationship_id in (
                    select id from relationships
                     where organization_id = {db.Organization.Id} and rep_id = {actor.PersonId} and customer_id = {command.CustomerId}) for update
                """);
        var contact = command.Details.ContactId;
        return (
            from standing in standings
            join relationship in relationships on standing.RelationshipId equals relationship.Id
            join customer in db.Customers on relationship.CustomerId equals customer.Id
            select new OpenedRelationship(
                standing, relationship.RepId, relationship.CustomerId, relationship.EndedOn != null, customer.ArchivedAt != null,
                contact == null || db.Contacts.Any(c => c.Id == contact && c.CustomerId == relationship.CustomerId),
                db.Touchpoints.Where(t => t.RepId == relationship.RepId && t.IdempotencyKey == command.Key).Select(t => (Guid?)t.Id).FirstOrDefault()))
            .SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Whether the actor looked after the customer before the relationship ended: a log may have waited on a device meanwhile.</summary>
    internal Task<bool> WasTheirsAsync(Actor actor, Guid? relationshipId, CancellationToken cancellation) =>
        db.Relationships.AnyAsync(r => r.Id == relationshipId && r.RepId == actor.PersonId && r.EndedOn != null, cancellation);

    /// <summary>Locks the relationship of a touchpoint the actor may change and loads it; null when there is none.</summary>
    internal async Task<OpenedTouchpoint?> OpenAsync(Actor actor, Guid touchpointId, Act act, CancellationToken cancellation)
    {
        var relationships = db.RelationshipsFor(actor, Thing.Touchpoint, act);
        var standing = await (
            from locked in db.Standings.FromSql($"""
                select * from standings where organization_id = {db.Organization.Id} and relationship_id in (
                    select relationship_id from touchpoints where organization_id = {db.Organization.Id} and id = {touchpointId}) for update
                """)
            where relationships.Any(r => r.Id == locked.RelationshipId)
            select locked).SingleOrDefaultAsync(cancellation);
        if (standing is null)
            return null;
        var touchpoint = await db.Touchpoints.Include(t => t.Breakers).Include(t => t.Repairs).AsSingleQuery().SingleAsync(t => t.Id == touchpointId, cancellation);
        return new(touchpoint, standing, AuditTrail.Snapshot(touchpoint));
    }

    /// <summary>Finds what an earlier form with the same key has made.</summary>
    internal Task<TouchpointDone?> LoggedAsync(Actor actor, Guid key, CancellationToken cancellation)
    {
        var relationships = db.RelationshipsFor(actor, Thing.Touchpoint, Act.Log);
        return db.Touchpoints.Where(t => t.IdempotencyKey == key && relationships.Any(r => r.Id == t.RelationshipId))
            .Select(t => new TouchpointDone(t.Id, t.CustomerId, true)).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Whether each of <paramref name="repairs"/> answers a breach of this relationship that had come by then.</summary>
    internal async Task<bool> AnswerBreachesAsync(Guid relationshipId, DateOnly day, IReadOnlyList<RepairDetails> repairs, CancellationToken cancellation)
    {
        var ids = repairs.Select(r => r.RepairedId).Distinct().ToList();
        return ids.Count == 0 || ids.Count == await db.Ledger.CountAsync(
            e => ids.Contains(e.Id) && e.RelationshipId == relationshipId && e.Day <= day && Breaches.Kinds.Contains(e.Kind), cancellation);
    }

    /// <summary>Books a new touchpoint.</summary>
    internal async Task BookAsync(Standing standing, Touchpoint touchpoint, CancellationToken cancellation)
    {
        db.Touchpoints.Add(touchpoint);
        if (touchpoint.IsContact)
            standing.Meet(touchpoint.HappenedAt);
        await ledger.AppendAsync(standing, touchpoint.Evidence(), cancellation);
        await CountAsync(touchpoint, 1, cancellation);
    }

    /// <summary>Adds a touchpoint to its week, or takes it off with <paramref name="sign"/> -1. What counts nothing costs nothing.</summary>
    internal Task CountAsync(Touchpoint touchpoint, int sign, CancellationToken cancellation) =>
        touchpoint.VoidedAt is not null || (touchpoint.Outcome == Outcome.Pending && touchpoint.Breakers.Count == 0)
            ? Task.CompletedTask
            : ledger.TallyAsync(touchpoint.RepId, touchpoint.Day, (RepTally tally) => tally.Count(touchpoint, sign), cancellation);

    /// <summary>Books a touchpoint again after a change; its old week was taken off before.</summary>
    /// <param name="by">Who changed it.</param>
    internal async Task RebookAsync(OpenedTouchpoint opened, Guid by, CancellationToken cancellation)
    {
        await ledger.ReplaceAsync(opened.Standing, opened.Touchpoint.Id, opened.Touchpoint.Evidence(), by, Now, cancellation);
        await ledger.MeetAgainAsync(opened.Standing, opened.Touchpoint, cancellation);
        await CountAsync(opened.Touchpoint, 1, cancellation);
    }

    internal async Task GiveAsync(Standing standing, IEnumerable<Gesture> gestures, CancellationToken cancellation)
    {
        foreach (var gesture in gestures)
        {
            db.Gestures.Add(gesture);
            await ledger.FavourAsync(standing, LedgerWriter.FavourOf(gesture)!.Value, cancellation);
        }
    }

    /// <summary>Moves what was given in a touchpoint to its new day, or withdraws it with the touchpoint.</summary>
    internal async Task RegiveAsync(OpenedTouchpoint opened, CancellationToken cancellation)
    {
        var gestures = await db.Gestures.Where(g => g.TouchpointId == opened.Touchpoint.Id && g.VoidedAt == null).ToListAsync(cancellation);
        if (gestures.Count == 0)
            return;
        foreach (var gesture in gestures)
        {
            if (opened.Touchpoint.VoidedAt is { } at)
                gesture.Void(at);
            else
                gesture.MoveTo(opened.Touchpoint.Day);
        }

        await ledger.RefoldFavoursAsync(opened.Standing, cancellation);
    }

    /// <summary>Withdraws the promises given in a touchpoint, for the undo of its form.</summary>
    internal async Task TakePromisesBackAsync(Actor actor, OpenedTouchpoint opened, string reason, CancellationToken cancellation)
    {
        var given = await db.Promises.Include(p => p.Turns)
            .Where(p => p.TouchpointId == opened.Touchpoint.Id && p.State != PromiseState.Voided).ToListAsync(cancellation);
        foreach (var promise in given)
        {
            var (before, weighing) = (AuditTrail.Snapshot(promise), promise.Turns.Where(t => t.UndoneAt is null).ToList());
            if (promise.Void(reason, Now) is not null)
                continue;
            if (weighing.Count > 0)
                await promises.UnbookAsync(promise, opened.Standing, weighing, actor.PersonId, cancellation);
            db.Record(actor, Now, AuditActs.PromiseVoided, promise.Id, before, AuditTrail.Snapshot(promise), reason);
        }
    }
}
