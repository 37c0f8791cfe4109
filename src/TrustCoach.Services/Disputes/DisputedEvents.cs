using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;
using TrustCoach.Services.Touchpoints;

namespace TrustCoach.Services.Disputes;

/// <summary>Finds the event a dispute is about, under its relationship's lock, and withdraws it from what it came from.</summary>
public sealed class DisputedEvents(TrustCoachDb db, LedgerWriter ledger, PromiseBook promises, TouchpointBook touchpoints)
{
    internal DateTimeOffset Now => touchpoints.Now;

    internal Task<Standing?> LockAsync(Guid relationshipId, CancellationToken cancellation) => ledger.LockAsync(relationshipId, cancellation);

    /// <summary>
    /// Locks the relationship of an entry of the actor's own record; null when there is none. A promise that the clock has broken is
    /// booked first when no job has done so.
    /// </summary>
    internal async Task<(Standing Standing, LedgerEntry Entry)?> OpenOwnAsync(Actor actor, Guid entryId, CancellationToken cancellation)
    {
        var me = actor.PersonId;
        var relationshipId =
            await db.Ledger.Where(e => e.Id == entryId && e.RepId == me).Select(e => (Guid?)e.RelationshipId).SingleOrDefaultAsync(cancellation)
            ?? await db.Promises.Where(p => p.Id == entryId && p.RepId == me).Select(p => (Guid?)p.RelationshipId).SingleOrDefaultAsync(cancellation);
        if (relationshipId is not { } id || await ledger.LockAsync(id, cancellation) is not { } standing)
            return null;
        if (await db.Ledger.FindAsync([actor.OrganizationId, entryId], cancellation) is not { } entry)
        {
            await promises.CloseByClockAsync(standing, await promises.CalendarAsync(actor, standing.RulesVersion, cancellation), cancellation);
            entry = db.Ledger.Local.FirstOrDefault(e => e.Id == entryId);
        }

        return entry is null ? null : (standing, entry);
    }

    /// <summary>Whether the event weighs nothing whatever is answered: its touchpoint or promise says it no more.</summary>
    internal Task<bool> IsGoneAsync(Dispute dispute, CancellationToken cancellation) =>
        db.Ledger.AnyAsync(e => e.Id == dispute.EntryId && e.Status == LedgerStatus.Voided, cancellation);

    /// <summary>Withdraws the event from its touchpoint or promise, and with it from ledger, week and give and take.</summary>
    /// <param name="why">The answer to the dispute.</param>
    internal async Task<Problem?> WithdrawAsync(Actor actor, Standing standing, Guid entryId, string? why, CancellationToken cancellation)
    {
        var entry = await db.Ledger.SingleAsync(e => e.Id == entryId, cancellation);
        if (entry.Status == LedgerStatus.Voided)
            return null;
        return entry.PromiseId is { } promiseId
            ? await ExcuseAsync(actor, standing, promiseId, entry, why, cancellation)
            : await TakeOutAsync(actor, standing, entry, why, cancellation);
    }

    private async Task<Problem?> ExcuseAsync(Actor actor, Standing standing, Guid promiseId, LedgerEntry entry, string? why, CancellationToken cancellation)
    {
        var promise = await db.Promises.Include(p => p.Turns).SingleAsync(p => p.Id == promiseId, cancellation);
        var (before, calendar) = (AuditTrail.Snapshot(promise), await promises.CalendarAsync(actor, standing.RulesVersion, cancellation));
        if (promise.Excuse(entry.Id, actor.PersonId, Shortened(why), calendar).Refused(out var problem, out var turn))
            return problem;
        await promises.UnbookAsync(promise, standing, [turn], actor.PersonId, cancellation);
        db.Record(actor, calendar.Now, AuditActs.PromiseUndone, promise.Id, before, AuditTrail.Snapshot(promise), why);
        return null;
    }

    private async Task<Problem?> TakeOutAsync(Actor actor, Standing standing, LedgerEntry entry, string? why, CancellationToken cancellation)
    {
        var touchpoint = await db.Touchpoints.Include(t => t.Breakers).Include(t => t.Repairs).AsSingleQuery()
            .SingleAsync(t => t.Id == entry.TouchpointId, cancellation);
        var opened = new OpenedTouchpoint(touchpoint, standing, AuditTrail.Snapshot(touchpoint));
        await touchpoints.CountAsync(touchpoint, -1, cancellation);
        if (!touchpoint.TakeOut(entry.Id))
            return new Problem("", "The touchpoint says this no more: there is nothing left to withdraw.");
        await touchpoints.RebookAsync(opened, actor.PersonId, cancellation);
        db.Record(actor, Now, AuditActs.TouchpointCorrected, touchpoint.Id, opened.Before, AuditTrail.Snapshot(touchpoint), why);
        return null;
    }

    // An answer may be longer than a turn's reason; the whole of it stays with the dispute.
    private static string? Shortened(string? answer) =>
        answer is null || answer.Length <= Promise.ReasonMaxLength ? answer : string.Concat(answer.AsSpan(0, Promise.ReasonMaxLength - 1), "…");
}
