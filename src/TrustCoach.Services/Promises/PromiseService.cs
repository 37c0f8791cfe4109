using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.People;
using TrustCoach.Services.Repairs;
using TrustCoach.Services.Rules;

namespace TrustCoach.Services.Promises;

/// <summary>What people do with promises. Null where the actor has no such promise; a refusal where it cannot be done.</summary>
public sealed partial class PromiseService(TrustCoachDb db, PromiseBook book, DisputeBook disputes, ILogger<PromiseService> logger)
{
    /// <summary>How long a closing is taken back without a reason: ten seconds to click, and some for the network.</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromSeconds(15);

    /// <summary>Gives a promise; the new promise's id.</summary>
    public async Task<Result<Guid>> MakeAsync(Actor actor, MakePromise command, CancellationToken cancellation)
    {
        var relationship = await db.RelationshipsFor(actor, Thing.Promise, Act.Log)
            .Where(r => r.Id == command.RelationshipId)
            .Select(r => new { r.RepId, r.CustomerId, r.EndedOn, Archived = db.Customers.Any(c => c.Id == r.CustomerId && c.ArchivedAt != null) })
            .SingleOrDefaultAsync(cancellation);
        if (relationship is null)
            return new Problem(nameof(MakePromise.RelationshipId), "Pick one of your own customers.");
        if (relationship.EndedOn is not null)
            return new Problem(nameof(MakePromise.RelationshipId), "This relationship has ended. Pick the rep who looks after the customer now.");
        if (relationship.Archived)
            return new Problem(nameof(MakePromise.RelationshipId), "This customer is archived. Take it back into your list first.");

        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        var calendar = await book.CalendarAsync(actor, await db.HoldRulesAsync(cancellation), cancellation);
        var of = new PromiseOf(
            actor.OrganizationId, command.Key ?? Guid.CreateVersion7(calendar.Now), command.RelationshipId, relationship.RepId, relationship.CustomerId,
            actor.PersonId, calendar.Now);
        if (Promise.Make(of, command.Details, calendar).Refused(out var problem, out var promise))
            return problem;
        if (command.RepairOf is { } breach && await db.JoinRepairPlanAsync(actor, breach, promise, calendar.Today, cancellation) is { } unjoined)
            return unjoined;
        db.Promises.Add(promise);
        db.Record(actor, calendar.Now, AuditActs.PromiseMade, promise.Id);
        try
        {
            await db.SaveChangesAsync(cancellation);
            await unit.CommitAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return promise.Id;
        }

        LogMade(promise.Id, promise.RelationshipId);
        return promise.Id;
    }

    /// <summary>Closes it as kept, exceeded or kept late.</summary>
    public Task<Result<PromiseTurned>?> KeepAsync(Actor actor, KeepPromise command, CancellationToken cancellation) => TurnAsync(
        actor, command.PromiseId, command.Reason,
        (promise, _) => promise.State is PromiseState.Kept or PromiseState.KeptLate,
        (promise, calendar, level) => promise.Keep(command.At ?? calendar.Now, command.Exceeded, level, actor.PersonId, calendar, command.Reason),
        cancellation);

    /// <summary>Gives it up.</summary>
    public Task<Result<PromiseTurned>?> BreakAsync(Actor actor, BreakPromise command, CancellationToken cancellation) => TurnAsync(
        actor, command.PromiseId, command.Reason,
        (promise, today) => promise.State == PromiseState.Broken || (promise.ClosedByClockOn(today) is not null && !promise.WaitsOnCondition),
        (promise, calendar, level) => promise.Break(calendar.Now, command.OwnedUp, level, actor.PersonId, command.Reason, calendar),
        cancellation);

    /// <summary>Closes a conditional promise whose condition will not come true.</summary>
    public Task<Result<PromiseTurned>?> LapseAsync(Actor actor, Guid promiseId, string? reason, CancellationToken cancellation) => TurnAsync(
        actor, promiseId, reason,
        (promise, today) => promise.State == PromiseState.Lapsed || (promise.ClosedByClockOn(today) is not null && promise.WaitsOnCondition),
        (promise, calendar, _) => promise.Lapse(calendar.Now, actor.PersonId, reason, calendar),
        cancellation);

    /// <summary>Moves its date: a renegotiation before the due day when they agreed, else late.</summary>
    public Task<Result<PromiseTurned>?> RenegotiateAsync(Actor actor, RenegotiatePromise command, CancellationToken cancellation) => TurnAsync(
        actor, command.PromiseId, command.Reason,
        (_, _) => false,
        (promise, calendar, level) => promise.Renegotiate(
            command.NewDay, command.NewTime, command.Agreed, command.Reason, level, actor.PersonId, calendar),
        cancellation);

    /// <summary>Says that its condition came true: from now on its date binds.</summary>
    public Task<Result<PromiseTurned>?> ConditionCameTrueAsync(Actor actor, Guid promiseId, CancellationToken cancellation) =>
        ChangeAsync(actor, promiseId, opened =>
        {
            var (promise, already) = (opened.Promise, opened.Promise.ConditionMetAt is not null);
            if (promise.ConditionCameTrue(opened.Calendar) is { } problem)
                return Task.FromResult<Result<PromiseTurned>>(problem);
            if (!already)
                Record(actor, opened, AuditActs.PromiseTurned, null);
            return Task.FromResult<Result<PromiseTurned>>(Turned(promise, null, already));
        }, cancellation);

    /// <summary>Takes a closing back: at once without a word, later with a reason.</summary>
    public Task<Result<PromiseTurned>?> UndoAsync(Actor actor, UndoPromise command, CancellationToken cancellation) =>
        ChangeAsync(actor, command.PromiseId, async opened =>
        {
            var (promise, calendar, reason) = (opened.Promise, opened.Calendar, command.Reason?.Trim() ?? "");
            if (promise.Closing is not { } closing || (command.TurnId is { } asked && asked != closing.Id))
                return Turned(promise, null, already: true);
            if (reason.Length == 0 && calendar.Now - closing.RecordedAt > UndoWindow)
                return new Problem(nameof(command.Reason), "Say why, in a few words: it stays with the record.");
            if (reason.Length > Promise.ReasonMaxLength)
                return new Problem(nameof(command.Reason), $"Keep the reason to {Promise.ReasonMaxLength} characters.");
            if (promise.Reopen(closing.Id, calendar.Now, calendar).Refused(out var problem, out var turn))
                return problem;
            await book.UnbookAsync(promise, opened.Standing, [turn], actor.PersonId, cancellation);
            Record(actor, opened, AuditActs.PromiseUndone, reason);
            return Turned(promise, turn.Id);
        }, cancellation);

    /// <summary>Withdraws a promise that was never given, with a reason.</summary>
    public Task<Result<PromiseTurned>?> VoidAsync(Actor actor, Guid promiseId, string? reason, CancellationToken cancellation) =>
        ChangeAsync(actor, promiseId, async opened =>
        {
            var (promise, weighing) = (opened.Promise, opened.Promise.Turns.Where(t => t.UndoneAt is null).ToList());
            if (promise.State == PromiseState.Voided)
                return Turned(promise, null, already: true);
            if (promise.Void(reason, opened.Calendar.Now) is { } problem)
                return problem;
            await book.UnbookAsync(promise, opened.Standing, weighing, actor.PersonId, cancellation);
            Record(actor, opened, AuditActs.PromiseVoided, reason);
            return Turned(promise, null);
        }, cancellation);

    /// <summary>Corrects a disputed closing: it was kept after all, or at another time. The correction answers the dispute.</summary>
    public Task<Result<PromiseTurned>?> CorrectAsync(Actor actor, CorrectPromise command, CancellationToken cancellation) =>
        ChangeAsync(actor, command.PromiseId, async opened =>
        {
            var (promise, calendar, overturned) = (opened.Promise, opened.Calendar, opened.Promise.Closing);
            if (command.At is not { } at)
                return new Problem("At", "Say when it was kept.");
            var level = actor.PersonId == promise.RepId ? EvidenceLevel.SelfReported : EvidenceLevel.Witnessed;
            if (promise.Correct(command.TurnId, at, command.Exceeded, level, actor.PersonId, calendar, command.Reason).Refused(out var problem, out var turn))
                return problem;
            await book.UnbookAsync(promise, opened.Standing, [overturned!], actor.PersonId, cancellation);
            await book.CountAsync(promise, turn, 1, cancellation);
            Record(actor, opened, AuditActs.PromiseTurned, command.Reason);
            return await disputes.CloseByCorrectionAsync(actor, opened.Standing, promise.Id, command.Dispute, command.Reason, calendar.Now, cancellation)
                is { } unanswered ? unanswered : Turned(promise, turn.Id);
        }, cancellation);

    // The second of two clicks finds under the lock that it stands already, and changes nothing.
    private Task<Result<PromiseTurned>?> TurnAsync(
        Actor actor, Guid promiseId, string? reason, Func<Promise, DateOnly, bool> standsAlready,
        Func<Promise, PromiseCalendar, EvidenceLevel, Result<PromiseTurn>> take, CancellationToken cancellation) =>
        ChangeAsync(actor, promiseId, async opened =>
        {
            var (promise, overturned) = (opened.Promise, opened.Promise.Closing);
            if (standsAlready(promise, opened.Calendar.Today))
                return Turned(promise, null, already: true);
            // What a manager says of a rep's promise was witnessed; what the rep says of their own is a rep's word.
            var level = actor.PersonId == promise.RepId ? EvidenceLevel.SelfReported : EvidenceLevel.Witnessed;
            if (take(promise, opened.Calendar, level).Refused(out var problem, out var turn))
                return problem;
            if (overturned?.UndoneAt is not null)
                await book.CountAsync(promise, overturned, -1, cancellation);
            await book.BookAsync(promise, opened.Standing, turn, cancellation);
            Record(actor, opened, AuditActs.PromiseTurned, reason);
            return Turned(promise, turn.Id);
        }, cancellation);

    private async Task<Result<PromiseTurned>?> ChangeAsync(
        Actor actor, Guid promiseId, Func<OpenedPromise, Task<Result<PromiseTurned>>> change, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        if (await book.OpenAsync(actor, promiseId, cancellation) is not { } opened)
            return null;
        var changed = await change(opened);
        if (changed.Refused(out _, out var turned))
            return changed;
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogTurned(promiseId, turned.State, turned.Already);
        return changed;
    }

    private void Record(Actor actor, OpenedPromise opened, string act, string? reason) => db.Record(
        actor, opened.Calendar.Now, act, opened.Promise.Id, opened.Before, AuditTrail.Snapshot(opened.Promise),
        string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());

    private static PromiseTurned Turned(Promise promise, Guid? turnId, bool already = false) =>
        new(promise.Id, turnId, promise.Text, promise.State, already);

    [LoggerMessage(LogLevel.Information, "Promise {PromiseId} was given in relationship {RelationshipId}.")]
    private partial void LogMade(Guid promiseId, Guid relationshipId);

    [LoggerMessage(LogLevel.Information, "Promise {PromiseId} is {State}; it stood so before: {Already}.")]
    private partial void LogTurned(Guid promiseId, PromiseState state, bool already);
}
