using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Favours;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Rules;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Favours;

/// <summary>Notes what one side gave outside of a logged encounter.</summary>
/// <param name="Key">Made with the form: sent twice, it notes one.</param>
/// <param name="Given">True when we gave, false when they did.</param>
/// <param name="Value">1 small, 2 medium, 3 large.</param>
/// <param name="Day">Today when null.</param>
/// <param name="Thanked">They were thanked for it the same day.</param>
public sealed record NoteGesture(Guid Key, Guid RelationshipId, bool Given, short Value, string? Text, DateOnly? Day, Commitment? Commitment, bool Thanked);

/// <summary>
/// What people do with favours. Null where the actor has no such relationship or favour; a refusal where it cannot be done. Give and
/// take is counted under the relationship's lock; neither score moves.
/// </summary>
public sealed class FavourService(TrustCoachDb db, LedgerWriter ledger, TimeProvider clock)
{
    private const int MostYearsBack = 20;

    /// <summary>Notes one; its id.</summary>
    public async Task<Result<Guid>?> NoteAsync(Actor actor, NoteGesture command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        if (await OpenAsync(actor, command.RelationshipId, cancellation) is not { } standing)
            return null;
        if (await db.Gestures.AnyAsync(g => g.Id == command.Key && g.RelationshipId == command.RelationshipId, cancellation))
            return command.Key;
        if (await db.Relationships.AnyAsync(r => r.Id == command.RelationshipId && r.EndedOn != null, cancellation))
            return new Problem("", "This relationship has ended: nothing can be noted in it.");
        var today = actor.Today(now);
        var day = command.Day ?? today;
        if (day > today)
            return new Problem(nameof(command.Day), "Nothing can have been given in the future. Correct the date, or leave it out.");
        if (day < today.AddYears(-MostYearsBack))
            return new Problem(nameof(command.Day), "This is more than twenty years ago. Check the year.");
        var id = command.Key == Guid.Empty || await db.Gestures.AnyAsync(g => g.Id == command.Key, cancellation) ? Guid.CreateVersion7(now) : command.Key;
        if (Gesture.Of(actor.OrganizationId, id, command.RelationshipId, null, day, command.Given, command.Value, command.Text, command.Commitment, command.Thanked)
            .Refused(out var problem, out var gesture))
        {
            return problem;
        }

        db.Gestures.Add(gesture);
        await ledger.FavourAsync(standing, LedgerWriter.FavourOf(gesture)!.Value, cancellation);
        db.Record(actor, now, AuditActs.GestureNoted, gesture.Id);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return gesture.Id;
    }

    /// <summary>Notes that they were thanked, or takes that back.</summary>
    public Task<Result<Guid>?> ThankAsync(Actor actor, Guid gestureId, bool thanked, CancellationToken cancellation) =>
        ChangeAsync(actor, gestureId, AuditActs.GestureChanged, (gesture, now) =>
        {
            gesture.Thank(thanked ? gesture.ThankedOn ?? actor.Today(now) : null);
            return null;
        }, cancellation);

    /// <summary>Says which rung something they gave stands on, a gesture or a promise they kept; null is none.</summary>
    public async Task<Result<Guid>?> StandOnAsync(Actor actor, Guid favourId, Commitment? commitment, CancellationToken cancellation) =>
        await ChangeAsync(actor, favourId, AuditActs.GestureChanged, (gesture, _) => gesture.StandOn(commitment), cancellation)
            ?? await PromiseOnAsync(actor, favourId, commitment, cancellation);

    /// <summary>Withdraws one that was noted by mistake.</summary>
    public Task<Result<Guid>?> VoidAsync(Actor actor, Guid gestureId, CancellationToken cancellation) =>
        ChangeAsync(actor, gestureId, AuditActs.GestureVoided, (gesture, now) =>
        {
            gesture.Void(now);
            return null;
        }, cancellation);

    /// <summary>Takes a withdrawal back, unless the touchpoint it came in was withdrawn.</summary>
    public async Task<Result<Guid>?> RestoreAsync(Actor actor, Guid gestureId, CancellationToken cancellation)
    {
        var gone = await db.Gestures.AnyAsync(g => g.Id == gestureId && db.Touchpoints.Any(t => t.Id == g.TouchpointId && t.VoidedAt != null), cancellation);
        return await ChangeAsync(actor, gestureId, AuditActs.GestureRestored, (gesture, _) =>
        {
            if (gone)
                return new Problem("", "The touchpoint it came in was withdrawn, and it with that.");
            gesture.Restore();
            return null;
        }, cancellation);
    }

    /// <summary>Changes one under its relationship's lock; the customer's id.</summary>
    private async Task<Result<Guid>?> ChangeAsync(
        Actor actor, Guid gestureId, string act, Func<Gesture, DateTimeOffset, Problem?> change, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        var of = await db.Gestures.Where(g => g.Id == gestureId).Select(g => (Guid?)g.RelationshipId).SingleOrDefaultAsync(cancellation);
        if (of is not { } relationshipId || await OpenAsync(actor, relationshipId, cancellation) is not { } standing)
            return null;
        var gesture = await db.Gestures.SingleAsync(g => g.Id == gestureId, cancellation);
        var (before, counted, now) = (AuditTrail.Snapshot(gesture), gesture.VoidedAt is null, clock.GetUtcNow());
        if (change(gesture, now) is { } problem)
            return problem;
        if (counted != gesture.VoidedAt is null)
            await ledger.RefoldFavoursAsync(standing, cancellation);
        return await DoneAsync(actor, unit, act, gestureId, relationshipId, before, AuditTrail.Snapshot(gesture), now, cancellation);
    }

    private async Task<Result<Guid>?> PromiseOnAsync(Actor actor, Guid promiseId, Commitment? commitment, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        var of = await db.Promises.Where(p => p.Id == promiseId).Select(p => (Guid?)p.RelationshipId).SingleOrDefaultAsync(cancellation);
        if (of is not { } relationshipId || await OpenAsync(actor, relationshipId, cancellation) is null)
            return null;
        var promise = await db.Promises.SingleAsync(p => p.Id == promiseId, cancellation);
        var before = AuditTrail.Snapshot(promise);
        if (promise.StandOn(commitment) is { } problem)
            return problem;
        return await DoneAsync(
            actor, unit, AuditActs.PromiseRungNamed, promiseId, relationshipId, before, AuditTrail.Snapshot(promise), clock.GetUtcNow(), cancellation);
    }

    // Read after the lock was had, so that the second of two at once sees what the first has done.
    private async Task<Standing?> OpenAsync(Actor actor, Guid relationshipId, CancellationToken cancellation)
    {
        if (!await db.RelationshipsFor(actor, Thing.Touchpoint, Act.Edit).AnyAsync(r => r.Id == relationshipId, cancellation))
            return null;
        await db.HoldRulesAsync(cancellation);
        return await ledger.LockAsync(relationshipId, cancellation);
    }

    private async Task<Result<Guid>?> DoneAsync(
        Actor actor, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction unit, string act, Guid subjectId, Guid relationshipId, string before,
        string after, DateTimeOffset now, CancellationToken cancellation)
    {
        if (before != after)
            db.Record(actor, now, act, subjectId, before, after);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return await db.Relationships.Where(r => r.Id == relationshipId).Select(r => r.CustomerId).SingleAsync(cancellation);
    }
}
