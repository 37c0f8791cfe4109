using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.Method;
using TrustCoach.Services.People;
using TrustCoach.Services.Repairs;
using TrustCoach.Services.Rules;

namespace TrustCoach.Services.Touchpoints;

/// <summary>What people do with touchpoints. Null where the actor has no such touchpoint; a refusal where it cannot be done.</summary>
public sealed partial class TouchpointService(TrustCoachDb db, TouchpointBook book, DisputeBook disputes, ILogger<TouchpointService> logger)
{
    /// <summary>How long a log is taken back without a reason: ten seconds to click, and some for the network.</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromSeconds(15);

    private const string Undone = "Undone right after logging.";

    /// <summary>Logs or plans an encounter: one transaction, one touchpoint a key, whatever is clicked twice or at once.</summary>
    public async Task<Result<TouchpointDone>> LogAsync(Actor actor, LogTouchpoint command, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        if (await book.OpenAsync(actor, command, cancellation) is not { } opened)
        {
            return new Problem(nameof(LogTouchpoint.RelationshipId), await book.WasTheirsAsync(actor, command.RelationshipId, cancellation)
                ? "You no longer look after this customer: the relationship has ended. Pick another customer."
                : "Pick one of your own customers.");
        }

        if (opened.LoggedId is { } logged)
            return new TouchpointDone(logged, opened.CustomerId, true);
        if (Closed(opened) is { } closed)
            return closed;

        var now = book.Now;
        if (Touchpoint.Log(Of(actor, command, opened, now), command.Details, actor.OrganizationZone, now)
            .Refused(out var problem, out var touchpoint))
        {
            return problem;
        }

        if (await AddPromiseAsync(actor, command, opened.Standing, touchpoint, cancellation) is { } unpromised)
            return unpromised;
        if (Gestures(command, touchpoint, now).Refused(out var ungiven, out var gestures))
            return ungiven;
        if (!await book.AnswerBreachesAsync(touchpoint.RelationshipId, touchpoint.Day, command.Details.Repairs, cancellation))
            return new Problem(nameof(Touchpoint.Repairs), "Pick a slip from the list that came before.");
        if ((await TickedAsync(touchpoint, null, cancellation)).Refused(out var unticked, out var left))
            return unticked;
        if (command.RepairOf is { } breach && await db.PlanRepairCheckAsync(actor, breach, touchpoint, cancellation) is { } unplanned)
            return unplanned;

        await book.BookAsync(opened.Standing, touchpoint, cancellation);
        await book.GiveAsync(opened.Standing, gestures, cancellation);
        db.Record(actor, now, AuditActs.TouchpointLogged, touchpoint.Id);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The same form at the same moment: it waited for our lock or we for its, and it was first.
            await unit.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
            return await book.LoggedAsync(actor, command.Key, cancellation) ?? throw new InvalidOperationException("The key is taken, and nobody has it.", twice);
        }

        await unit.CommitAsync(cancellation);
        LogLogged(touchpoint.Id, touchpoint.RelationshipId);
        return Done(touchpoint) with { LeftTheCard = left.Count == 0 ? null : string.Join(", ", left) };
    }

    /// <summary>Corrects what a touchpoint says, with a reason; a plan is changed, or closed, without one.</summary>
    public Task<Result<TouchpointDone>?> CorrectAsync(Actor actor, CorrectTouchpoint command, CancellationToken cancellation) =>
        CorrectAsync(actor, command.TouchpointId, command.Version, _ => command.Details, command.Reason, command.Dispute, cancellation);

    /// <summary>Says how a planned encounter went.</summary>
    public Task<Result<TouchpointDone>?> CloseAsync(Actor actor, CloseTouchpoint command, CancellationToken cancellation) =>
        CorrectAsync(actor, command.TouchpointId, command.Version, planned => planned.Say() with
        {
            Outcome = command.Outcome == Outcome.Pending ? null : command.Outcome,
            Summary = command.Summary ?? planned.Summary,
            MissSeverity = command.MissSeverity,
            Trait = command.Trait,
            OwnedUp = command.OwnedUp,
            StartedOnTime = command.StartedOnTime,
        }, null, null, cancellation);

    /// <summary>Writes what they expect of an encounter to come. Once it has begun that is locked: a correction is marked.</summary>
    public Task<Result<TouchpointDone>?> ExpectAsync(Actor actor, ExpectOfTouchpoint command, CancellationToken cancellation) =>
        ChangeAsync(actor, command.TouchpointId, Act.Edit, opened =>
        {
            var (touchpoint, now) = (opened.Touchpoint, book.Now);
            if (touchpoint.Outcome != Outcome.Pending || touchpoint.HappenedAt <= now)
                return Task.FromResult<Result<TouchpointDone>>(new Problem(nameof(command.Expectation), "It has begun, so this is locked. Change it with the touchpoint: there it is marked as written later."));
            // A plan gives no evidence, so nothing has to be booked again.
            if (touchpoint.Correct(touchpoint.Say() with { Expectation = command.Expectation }, command.Version, actor.OrganizationZone, now, actor.PersonId) is { } problem)
                return Task.FromResult<Result<TouchpointDone>>(problem);
            db.Record(actor, now, AuditActs.TouchpointCorrected, touchpoint.Id, opened.Before, AuditTrail.Snapshot(touchpoint));
            return Task.FromResult<Result<TouchpointDone>>(Done(touchpoint));
        }, cancellation);

    /// <summary>Gives a planned encounter another time; what they expect is open again until then.</summary>
    public Task<Result<TouchpointDone>?> MoveAsync(Actor actor, MoveTouchpoint command, CancellationToken cancellation) => CorrectAsync(
        actor, command.TouchpointId, command.Version, planned => planned.Say() with { Outcome = null, HappenedAt = command.At }, null, null, cancellation);

    /// <summary>Withdraws a touchpoint with a reason, and what was given in it; promises given in it stand.</summary>
    /// <param name="version">The version the person had before their eyes; null withdraws whichever stands.</param>
    public Task<Result<TouchpointDone>?> VoidAsync(
        Actor actor, Guid touchpointId, string? reason, CancellationToken cancellation, int? version = null) =>
        ChangeAsync(actor, touchpointId, Act.Void, async opened => version is null || version == opened.Touchpoint.Version
            ? await WithdrawAsync(actor, opened, reason, AuditActs.TouchpointVoided, cancellation)
            : new Problem("", "Somebody changed this touchpoint meanwhile. Look at it again."), cancellation);

    /// <summary>Takes a log back right away, with the promise and the gestures of the same form.</summary>
    public Task<Result<TouchpointDone>?> UndoAsync(Actor actor, Guid touchpointId, CancellationToken cancellation) =>
        ChangeAsync(actor, touchpointId, Act.Void, async opened =>
        {
            var touchpoint = opened.Touchpoint;
            if (touchpoint.VoidedAt is not null)
                return Done(touchpoint, already: true);
            if (touchpoint.RecordedBy != actor.PersonId)
                return new Problem("", "Only the person who logged this can undo it. Withdraw it with a reason instead.");
            if (book.Now - touchpoint.RecordedAt > UndoWindow)
                return new Problem("", "It is too late to undo this. Withdraw it with a reason instead: the record keeps both.");
            await book.TakePromisesBackAsync(actor, opened, Undone, cancellation);
            return await WithdrawAsync(actor, opened, Undone, AuditActs.TouchpointUndone, cancellation);
        }, cancellation);

    private Task<Result<TouchpointDone>?> CorrectAsync(
        Actor actor, Guid touchpointId, int version, Func<Touchpoint, TouchpointDetails> said, string? reason, ByDispute? dispute,
        CancellationToken cancellation) =>
        ChangeAsync(actor, touchpointId, Act.Edit, async opened =>
        {
            var (touchpoint, now, details) = (opened.Touchpoint, book.Now, said(opened.Touchpoint));
            var isPlan = touchpoint.Outcome == Outcome.Pending;
            if (Because(reason, isPlan).Refused(out var unclear, out var words))
                return unclear;
            if (details.ContactId is { } contact && !await db.Contacts.AnyAsync(c => c.Id == contact && c.CustomerId == touchpoint.CustomerId, cancellation))
                return new Problem(nameof(Touchpoint.ContactId), "Pick one of this customer's contacts.");
            await book.CountAsync(touchpoint, -1, cancellation);
            var ticks = touchpoint.Say().Ticks;
            if (touchpoint.Correct(details, version, actor.OrganizationZone, now, actor.PersonId) is { } problem)
                return problem;
            if (!await book.AnswerBreachesAsync(touchpoint.RelationshipId, touchpoint.Day, details.Repairs, cancellation))
                return new Problem(nameof(Touchpoint.Repairs), "Pick a slip from the list that came before.");
            if ((await TickedAsync(touchpoint, ticks, cancellation)).Refused(out var unticked, out var left))
                return unticked;
            await book.RebookAsync(opened, actor.PersonId, cancellation);
            await book.RegiveAsync(opened, cancellation);
            var act = isPlan && touchpoint.Outcome != Outcome.Pending ? AuditActs.TouchpointClosed : AuditActs.TouchpointCorrected;
            db.Record(actor, now, act, touchpoint.Id, opened.Before, AuditTrail.Snapshot(touchpoint), words.Length == 0 ? null : words);
            return dispute is not null
                && await disputes.CloseByCorrectionAsync(actor, opened.Standing, touchpoint.Id, dispute, words, now, cancellation) is { } unanswered
                    ? unanswered
                    : Done(touchpoint) with { LeftTheCard = left.Count == 0 ? null : string.Join(", ", left) };
        }, cancellation);

    private async Task<Result<TouchpointDone>> WithdrawAsync(Actor actor, OpenedTouchpoint opened, string? reason, string act, CancellationToken cancellation)
    {
        var (touchpoint, now) = (opened.Touchpoint, book.Now);
        if (touchpoint.VoidedAt is null)
            await book.CountAsync(touchpoint, -1, cancellation);
        if (touchpoint.Void(actor.PersonId, reason, now) is { } problem)
            return problem;
        await book.RebookAsync(opened, actor.PersonId, cancellation);
        await book.RegiveAsync(opened, cancellation);
        db.Record(actor, now, act, touchpoint.Id, opened.Before, AuditTrail.Snapshot(touchpoint), touchpoint.VoidReason);
        return Done(touchpoint);
    }

    private async Task<Result<TouchpointDone>?> ChangeAsync(
        Actor actor, Guid touchpointId, Act act, Func<OpenedTouchpoint, Task<Result<TouchpointDone>>> change, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        // A correction writes older entries again, which an exchange of the rules writes too: one of them at a time.
        await db.HoldRulesAsync(cancellation);
        if (await book.OpenAsync(actor, touchpointId, act, cancellation) is not { } opened)
            return null;
        var changed = await change(opened);
        if (changed.Refused(out _, out var done) || done.Already)
        {
            // What was half done must not be saved with the next one of the same request.
            db.ChangeTracker.Clear();
            return changed;
        }

        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogChanged(touchpointId);
        return changed;
    }

    // Without ticks, and where they stay as they were, nothing is asked.
    private async Task<Result<List<string>>> TickedAsync(Touchpoint touchpoint, Ticks? before, CancellationToken cancellation) =>
        touchpoint.Say().Ticks is { } ticks && !ticks.SameAs(before) ? await db.AcceptTicksAsync(touchpoint.RepId, ticks, before, cancellation) : new List<string>();

    private static Problem? Closed(OpenedRelationship opened) => opened switch
    {
        { Ended: true } => new Problem(nameof(LogTouchpoint.RelationshipId), "This relationship has ended. The rep who looks after the customer now logs it."),
        { Archived: true } => new Problem(nameof(LogTouchpoint.RelationshipId), "This customer is archived. Put it back into the list first, or pick another customer."),
        { ContactKnown: false } => new Problem(nameof(Touchpoint.ContactId), "Pick one of this customer's contacts."),
        _ => null,
    };

    private static TouchpointOf Of(Actor actor, LogTouchpoint command, OpenedRelationship opened, DateTimeOffset now) => new(
        actor.OrganizationId, Guid.CreateVersion7(now), opened.Standing.RelationshipId, opened.RepId, opened.CustomerId, actor.PersonId,
        // What a manager says of a rep's encounter was witnessed; what the rep says of their own is a rep's word.
        actor.PersonId == opened.RepId ? EvidenceLevel.SelfReported : EvidenceLevel.Witnessed, command.Key);

    private async Task<Problem?> AddPromiseAsync(Actor actor, LogTouchpoint command, Standing standing, Touchpoint touchpoint, CancellationToken cancellation)
    {
        if (command.Promise is not { } details)
            return null;
        var calendar = await book.CalendarAsync(actor, standing, cancellation);
        var of = new PromiseOf(
            touchpoint.OrganizationId, Guid.CreateVersion7(calendar.Now), touchpoint.RelationshipId, touchpoint.RepId, touchpoint.CustomerId,
            actor.PersonId, touchpoint.HappenedAt < calendar.Now ? touchpoint.HappenedAt : calendar.Now, touchpoint.Id);
        if (Promise.Make(of, details, calendar).Refused(out var problem, out var promise))
            return problem with { Field = $"{nameof(LogTouchpoint.Promise)}.{problem.Field}" };
        db.Promises.Add(promise);
        db.Record(actor, calendar.Now, AuditActs.PromiseMade, promise.Id);
        return null;
    }

    private static Result<List<Gesture>> Gestures(LogTouchpoint command, Touchpoint touchpoint, DateTimeOffset now)
    {
        var gestures = new List<Gesture>();
        foreach (var said in command.Gestures)
        {
            var of = said.Given ? "WeGave" : "TheyGave";
            if (Gesture.Of(
                    touchpoint.OrganizationId, Guid.CreateVersion7(now), touchpoint.RelationshipId, touchpoint.Id, touchpoint.Day,
                    said.Given, said.Value, said.Text, said.Commitment, said.Thanked)
                .Refused(out var problem, out var gesture))
            {
                return problem with { Field = $"{of}.{problem.Field}" };
            }

            if (touchpoint.HappenedAt > now)
                return new Problem($"{of}.{nameof(Gesture.Text)}", "Nothing can have been given in the future. Correct the date, or leave it out.");
            gestures.Add(gesture);
        }

        return gestures;
    }

    private static Result<string> Because(string? reason, bool optional) => (reason?.Trim() ?? "") switch
    {
        "" when !optional => new Problem("Reason", "Say why, in a few words: it stays with the record."),
        { Length: > Touchpoint.ReasonMaxLength } => new Problem("Reason", $"Keep the reason to {Touchpoint.ReasonMaxLength} characters."),
        var words => words,
    };

    private static TouchpointDone Done(Touchpoint touchpoint, bool already = false) => new(touchpoint.Id, touchpoint.CustomerId, already);

    [LoggerMessage(LogLevel.Information, "Logged touchpoint {TouchpointId} in relationship {RelationshipId}.")]
    private partial void LogLogged(Guid touchpointId, Guid relationshipId);

    [LoggerMessage(LogLevel.Information, "Changed touchpoint {TouchpointId}.")]
    private partial void LogChanged(Guid touchpointId);
}
