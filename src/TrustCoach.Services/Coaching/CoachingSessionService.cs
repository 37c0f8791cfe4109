using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>
/// Plans, moves, cancels and closes coaching sessions. Each planned one is a promise of the manager's to be there. Null where the actor
/// has no such rep or session; a refusal where they may only read it.
/// </summary>
public sealed partial class CoachingSessionService(TrustCoachDb db, RuleBook rules, TimeProvider clock, ILogger<CoachingSessionService> logger)
{
    // Opened on the spot, a session begins on the last quarter of an hour.
    private static readonly TimeSpan OnTheSpot = TimeSpan.FromMinutes(15);

    /// <summary>The planned session of a rep one coaches; plans one for now, or for the next working day out of office hours.</summary>
    public Task<Result<SessionDone>?> OpenAsync(Actor actor, Guid repId, CancellationToken cancellation) =>
        PlanAsync(actor, new(repId, SessionTimes.OnTheSpot(clock.GetUtcNow(), actor.Zone), -1), findsPlanned: true, cancellation);

    /// <summary>Plans a session with a rep one coaches.</summary>
    public Task<Result<SessionDone>?> PlanAsync(Actor actor, PlanSession command, CancellationToken cancellation) =>
        PlanAsync(actor, command, findsPlanned: false, cancellation);

    private async Task<Result<SessionDone>?> PlanAsync(Actor actor, PlanSession command, bool findsPlanned, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        if (!await db.RepsCoachedBy(actor).AnyAsync(p => p.Id == command.RepId, cancellation))
            return null;
        await db.HoldCoachingAsync(command.RepId, cancellation);
        var known = await db.CoachingSessions.AsNoTracking()
            .Where(s => s.RepId == command.RepId && s.State != SessionState.Cancelled)
            .OrderByDescending(s => s.State == SessionState.Planned).ThenByDescending(s => s.ClosedAt)
            .Select(s => new { s.Id, s.State, s.ManagerId, s.EveryWeeks, s.PlannedAt }).FirstOrDefaultAsync(cancellation);
        if (known is { State: SessionState.Planned })
        {
            return findsPlanned || known.PlannedAt == command.At
                ? new SessionDone(known.Id, true)
                : new Problem("", "A session is planned already. Move that one instead: what is on its agenda goes with it.");
        }

        // The cadence is of the two of them: another manager begins with their own.
        var weeks = command.EveryWeeks >= 0 ? command.EveryWeeks : known?.ManagerId == actor.PersonId ? known.EveryWeeks : 0;
        if ((await AddAsync(actor, command with { EveryWeeks = weeks }, cancellation)).Refused(out var problem, out var session))
            return problem;
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogChanged(session.Id, session.State);
        return new SessionDone(session.Id);
    }

    /// <summary>Moves a planned session; until its day is over that is no broken word.</summary>
    public Task<Result<SessionDone>?> MoveAsync(Actor actor, MoveSession command, CancellationToken cancellation) =>
        ChangeAsync(actor, command.SessionId, AuditActs.SessionMoved, async (session, now) =>
        {
            if (session.Move(command.At, command.EveryWeeks, command.Version, now - OnTheSpot) is { } problem)
                return problem;
            var (day, today, grace) = (DayOf(session, actor), actor.Today(now), await GraceAsync(actor, cancellation));
            var owed = await OwedAsync(session, cancellation);
            if (owed?.DueDay == day)
                return null;
            if (today <= owed?.DueDay)
            {
                owed.Move(day, grace);
                return null;
            }

            owed?.GiveUp(IsExcused(actor, session), session.ManagerId, today);
            db.CoachingPromises.Add(CoachingPromise.BeThere(session, day, grace, now));
            return null;
        }, null, cancellation);

    /// <summary>Cancels a planned session with a reason. What was settled in it is open again: it was not held.</summary>
    public Task<Result<SessionDone>?> CancelAsync(Actor actor, Guid id, string? reason, CancellationToken cancellation) =>
        ChangeAsync(actor, id, AuditActs.SessionCancelled, async (session, now) =>
        {
            if (session.Cancel(reason, now) is { } problem)
                return problem;
            var (owed, today) = (await OwedAsync(session, cancellation), actor.Today(now));
            owed?.GiveUp(IsExcused(actor, session) || today <= owed.DueDay, session.ManagerId, today);
            foreach (var item in await db.AgendaItems.Where(i => i.SettledIn == id).ToListAsync(cancellation))
                item.Reopen();
            return null;
        }, reason, cancellation);

    /// <summary>Closes a session as held, and plans the next by its cadence. Only who coaches the rep closes it.</summary>
    public async Task<Result<SessionDone>?> CloseAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        DateTimeOffset? next = null;
        var closed = await ChangeAsync(actor, id, AuditActs.SessionHeld, async (session, now) =>
        {
            if (session.RepId == actor.PersonId)
                return new Problem("", "Whoever coaches you closes the session.");
            if (session.Hold(now) is { } problem)
                return problem;
            (await OwedAsync(session, cancellation))?.Keep(actor.PersonId, actor.Today(now));
            if (session.EveryWeeks == 0)
                return null;
            next = SessionTimes.After(session.PlannedAt, session.EveryWeeks, now, actor.Zone);
            return (await AddAsync(actor, new(session.RepId, next.Value, session.EveryWeeks), cancellation)).Refused(out var unplanned, out _) ? unplanned : null;
        }, null, cancellation);
        return closed is { } result && !result.Refused(out _, out var done) ? done with { Next = next } : closed;
    }

    private async Task<Result<CoachingSession>> AddAsync(Actor actor, PlanSession command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var planned = CoachingSession.Plan(
            actor.OrganizationId, Guid.CreateVersion7(now), command.RepId, actor.PersonId, command.At, command.EveryWeeks, now - OnTheSpot);
        if (planned.Refused(out _, out var session))
            return planned;
        db.CoachingSessions.Add(session);
        db.CoachingPromises.Add(CoachingPromise.BeThere(session, DayOf(session, actor), await GraceAsync(actor, cancellation), now));
        db.Record(actor, now, AuditActs.SessionPlanned, session.Id, after: Snapshot(session));
        return session;
    }

    private async Task<Result<SessionDone>?> ChangeAsync(
        Actor actor, Guid id, string act, Func<CoachingSession, DateTimeOffset, Task<Problem?>> change, string? reason, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.OpenSessionAsync(actor, id, cancellation) is not { } opened)
            return null;
        if (opened.Refused(out var unseen, out var session))
            return unseen;
        var (now, before, state) = (clock.GetUtcNow(), Snapshot(session), session.State);
        if (act == AuditActs.SessionHeld && state == SessionState.Held)
            return new SessionDone(id, true);
        if (await change(session, now) is { } problem)
            return problem;
        db.Record(actor, now, act, id, before, Snapshot(session), reason);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogChanged(id, session.State);
        return new SessionDone(id);
    }

    // After its day who coaches was not there, unless it is the rep who moves or cancels it.
    private static bool IsExcused(Actor actor, CoachingSession session) => actor.PersonId == session.RepId;

    private Task<CoachingPromise?> OwedAsync(CoachingSession session, CancellationToken cancellation) => db.CoachingPromises
        .Where(p => p.SessionId == session.Id && p.Kind == CoachingPromiseKind.BeThere && p.State == PromiseState.Open)
        .SingleOrDefaultAsync(cancellation);

    private async Task<int> GraceAsync(Actor actor, CancellationToken cancellation) =>
        (await rules.OfAsync(db, actor.RulesVersion, cancellation)).GraceDays;

    private static DateOnly DayOf(CoachingSession session, Actor actor) => Days.Of(session.PlannedAt, actor.OrganizationZone);

    private static string Snapshot(CoachingSession session) =>
        AuditTrail.Snapshot(new { session.RepId, session.ManagerId, session.PlannedAt, session.EveryWeeks, session.State });

    [LoggerMessage(LogLevel.Information, "Coaching session {SessionId} is {State}.")]
    private partial void LogChanged(Guid sessionId, SessionState state);
}
