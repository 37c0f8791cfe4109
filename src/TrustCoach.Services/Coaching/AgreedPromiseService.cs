using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>Promises something in a session.</summary>
/// <param name="ByRep">The rep owes it; else who coaches them.</param>
/// <param name="Key">Made with the form: sent twice, it is one promise.</param>
public sealed record AgreePromise(Guid SessionId, bool ByRep, string? Text, DateOnly? DueDay, Guid Key);

/// <summary>An agreed promise that was made or changed.</summary>
public sealed record AgreedDone(Guid PromiseId, Guid? SessionId, PromiseState State);

/// <summary>
/// What a rep and whoever coaches them promise each other. It stays between these two, whoever coaches the rep later. Null where the
/// actor is neither of them.
/// </summary>
public sealed partial class AgreedPromiseService(TrustCoachDb db, RuleBook rules, TimeProvider clock, ILogger<AgreedPromiseService> logger)
{
    /// <summary>So many may be open between two people.</summary>
    public const int MostOpen = 30;

    /// <summary>Promises something in a planned session; either of the two writes it down while both look.</summary>
    public async Task<Result<AgreedDone>?> AgreeAsync(Actor actor, AgreePromise command, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.OpenSessionAsync(actor, command.SessionId, cancellation) is not { } opened)
            return null;
        if (opened.Refused(out var unseen, out var session))
            return unseen;
        if (await db.CoachingPromises.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Key, cancellation) is { } made)
            return made.RepId == session.RepId ? new AgreedDone(made.Id, made.SessionId, made.State) : new Problem("", "Open the session again, then promise.");
        if (session.State != SessionState.Planned)
            return new Problem("", "This session is closed. Promise it in the next one.");
        var coach = await db.Coaching().Where(c => c.RepId == session.RepId).Select(c => (Guid?)c.ManagerId).FirstOrDefaultAsync(cancellation);
        if (coach is not { } manager)
            return new Problem("", "Nobody coaches you just now: there is nobody to promise it to.");
        if (await db.CoachingPromises.CountAsync(p => p.RepId == session.RepId && p.State == PromiseState.Open && p.Kind == CoachingPromiseKind.Agreed, cancellation) >= MostOpen)
            return new Problem(nameof(CoachingPromise.Text), $"{MostOpen} are open between you already. Keep some of those first.");
        var (now, grace) = (clock.GetUtcNow(), await GraceAsync(actor, cancellation));
        var agreed = CoachingPromise.Agree(command.Key, session, manager, command.ByRep, command.Text, command.DueDay, actor.Today(now), grace, now);
        if (agreed.Refused(out var problem, out var promise))
            return problem;
        db.CoachingPromises.Add(promise);
        db.Record(actor, now, AuditActs.AgreedPromiseMade, promise.Id, after: Snapshot(promise));
        return await SaveAsync(promise, unit, cancellation);
    }

    /// <summary>Who owes it says that it is done.</summary>
    public Task<Result<AgreedDone>?> KeepAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        ChangeAsync(actor, id, (promise, today) =>
        {
            Problem? refused = promise.OwedBy != actor.PersonId ? new("", "Who promised it says when it is done.")
                : promise.StateOn(today) == PromiseState.Broken ? new("", "The clock has broken this promise: its day and the grace after it are over.")
                : null;
            if (refused is null)
                promise.Keep(actor.PersonId, today);
            return Task.FromResult(refused);
        }, cancellation);

    /// <summary>Who owes it asks for another day.</summary>
    public Task<Result<AgreedDone>?> AskForDayAsync(Actor actor, Guid id, DateOnly? day, string? reason, CancellationToken cancellation) =>
        ChangeAsync(actor, id, (promise, today) => Task.FromResult(promise.OwedBy == actor.PersonId
            ? promise.AskForDay(day, reason, today)
            : new Problem("", "Who promised it asks for another day.")), cancellation);

    /// <summary>Whom it is owed to agrees with the day asked for, or does not.</summary>
    /// <param name="asked">The day that was before their eyes.</param>
    public Task<Result<AgreedDone>?> AnswerAsync(Actor actor, Guid id, bool agreed, DateOnly asked, CancellationToken cancellation) =>
        ChangeAsync(actor, id, async (promise, today) => promise.OwedBy == actor.PersonId
            ? new Problem("", "The other side answers that.")
            : promise.AnswerAsked(agreed, asked, await GraceAsync(actor, cancellation), today), cancellation);

    /// <summary>Whom it is owed to does not want it any more.</summary>
    public Task<Result<AgreedDone>?> LetGoAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        ChangeAsync(actor, id, (promise, today) =>
        {
            if (promise.OwedBy == actor.PersonId)
                return Task.FromResult<Problem?>(new Problem("", "Only the other side can let it go. Ask for another day."));
            promise.LetGo(today);
            return Task.FromResult<Problem?>(null);
        }, cancellation);

    private async Task<Result<AgreedDone>?> ChangeAsync(
        Actor actor, Guid id, Func<CoachingPromise, DateOnly, Task<Problem?>> change, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        if (!await db.AgreedPromisesOf(actor).AnyAsync(p => p.Id == id, cancellation) || !actor.May(Thing.Coaching, Act.Edit))
            return null;
        // Under its lock: kept and moved at once come one after the other, and the clock's own statement waits as well.
        var promise = await db.CoachingPromises
            .FromSql($"select * from manager_promises where organization_id = {db.Organization.Id} and id = {id} for update").SingleAsync(cancellation);
        var (now, before) = (clock.GetUtcNow(), Snapshot(promise));
        if (await change(promise, actor.Today(now)) is { } problem)
            return problem;
        if (Snapshot(promise) is var after && after != before)
            db.Record(actor, now, AuditActs.AgreedPromiseChanged, id, before, after);
        return await SaveAsync(promise, unit, cancellation);
    }

    private async Task<Result<AgreedDone>?> SaveAsync(
        CoachingPromise promise, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction unit, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogChanged(promise.Id, promise.State);
        return (Result<AgreedDone>)new AgreedDone(promise.Id, promise.SessionId, promise.State);
    }

    private async Task<int> GraceAsync(Actor actor, CancellationToken cancellation) =>
        (await rules.OfAsync(db, actor.RulesVersion, cancellation)).GraceDays;

    private static string Snapshot(CoachingPromise promise) =>
        AuditTrail.Snapshot(new { promise.State, promise.DueDay, promise.ByRep, promise.RepId, promise.ManagerId, promise.AskedDay });

    [LoggerMessage(LogLevel.Information, "Agreed promise {PromiseId} is {State}.")]
    private partial void LogChanged(Guid promiseId, PromiseState state);
}
