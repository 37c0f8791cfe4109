using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Promises;

public sealed partial class Promise
{
    /// <summary>True while it waits: open, and the clock has not closed it.</summary>
    public bool IsPending(DateOnly today) => State == PromiseState.Open && !(ClosesOn <= today);

    /// <summary>True while its condition is still to come true: then its date binds nobody yet.</summary>
    public bool WaitsOnCondition => Condition is not null && ConditionMetAt is null;

    /// <summary>The closing in force, if it is closed by one: at most one turn is.</summary>
    public PromiseTurn? Closing => _turns.Find(t => t.UndoneAt is null && t.IsClosing);

    /// <summary>
    /// Closes it as delivered at <paramref name="at"/>: kept, exceeded, or kept late when the date had passed. Once the clock has
    /// closed it, only a delivery before that counts, and only with a reason: it overturns what everybody has read. What they
    /// promised us is kept late whenever it comes: no score hangs on it, and what was given is to be counted as taken.
    /// </summary>
    public Result<PromiseTurn> Keep(
        DateTimeOffset at, bool exceeded, EvidenceLevel level, Guid by, PromiseCalendar calendar, string? reason = null)
    {
        if (at > calendar.Now)
            return new Problem("At", "It cannot have been kept in the future.");
        var day = Days.Of(at, calendar.Zone);
        if (day < MadeOn)
            return new Problem("At", "It cannot have been kept before it was given.");
        if (TooLong(reason) is { } tooLong)
            return tooLong;
        if (ClosedByClockOn(calendar.Today) is { } closed)
        {
            if (day >= closed && Direction == Direction.Ours)
                return new Problem("At", "The clock had closed it by then. Say when before that it was kept.");
            if (Clean(reason) is null)
                return new Problem("Reason", "The clock has closed it. Say in a few words how you know that it was kept.");
            Closing?.Undo(calendar.Now);
        }
        else if (State != PromiseState.Open)
        {
            return AlreadyClosed;
        }

        return Deliver(at, exceeded, level, by, calendar, reason);
    }

    /// <summary>
    /// Corrects a closing: it was delivered at <paramref name="at"/> and is kept, exceeded or kept late by that. The closing it
    /// replaces stays, marked as undone. What the clock has closed follows the rule of <see cref="Keep"/>.
    /// </summary>
    /// <param name="turnId">The closing the person had before their eyes.</param>
    public Result<PromiseTurn> Correct(
        Guid turnId, DateTimeOffset at, bool exceeded, EvidenceLevel level, Guid by, PromiseCalendar calendar, string? reason)
    {
        if (Closing is not { } closing || closing.Id != turnId || closing.Kind == PromiseTurnKind.Excused)
            return new Problem("", "This was changed meanwhile: there is nothing left to correct.");
        if (closing.IsByClock)
            return Keep(at, exceeded, level, by, calendar, reason);
        if (at > calendar.Now)
            return new Problem("At", "It cannot have been kept in the future.");
        if (Days.Of(at, calendar.Zone) < MadeOn)
            return new Problem("At", "It cannot have been kept before it was given.");
        if (TooLong(reason) is { } tooLong)
            return tooLong;
        closing.Undo(calendar.Now);
        return Deliver(at, exceeded, level, by, calendar, reason);
    }

    /// <summary>
    /// Takes a turn out after a dispute. Without its closing the promise lapses: nobody is held to it, and the clock does not ask
    /// again. A date that was moved stays moved.
    /// </summary>
    public Result<PromiseTurn> Excuse(Guid turnId, Guid by, string? reason, PromiseCalendar calendar)
    {
        if (_turns.Find(t => t.Id == turnId && t.UndoneAt is null) is not { } turn || turn.Kind == PromiseTurnKind.Excused)
            return new Problem("", "This was taken back meanwhile: there is nothing left to withdraw.");
        turn.Undo(calendar.Now);
        if (turn.IsClosing)
            Close(PromiseState.Lapsed, PromiseTurnKind.Excused, calendar.Now, EvidenceLevel.Witnessed, by, reason, calendar);
        else
            Version++;
        return turn;
    }

    /// <summary>Gives it up: the word was not kept.</summary>
    public Result<PromiseTurn> Break(DateTimeOffset at, bool ownedUp, EvidenceLevel level, Guid by, string? reason, PromiseCalendar calendar)
    {
        if ((NotOpen(calendar) ?? TooLong(reason)) is { } refused)
            return refused;
        if (at > calendar.Now)
            return new Problem("At", "It cannot have been given up in the future.");
        if (Days.Of(at, calendar.Zone) < MadeOn)
            return new Problem("At", "It cannot have been given up before it was given.");
        return Close(PromiseState.Broken, PromiseTurnKind.Broken, at, level, by, reason, calendar, ownedUp);
    }

    /// <summary>Closes a conditional promise whose condition did not come true. Weighs nothing.</summary>
    public Result<PromiseTurn> Lapse(DateTimeOffset at, Guid? by, string? reason, PromiseCalendar calendar)
    {
        if ((NotOpen(calendar) ?? TooLong(reason)) is { } refused)
            return refused;
        if (!WaitsOnCondition)
            return new Problem("", "Only a promise with a condition that did not come true can lapse.");
        return Close(PromiseState.Lapsed, PromiseTurnKind.Lapsed, at, EvidenceLevel.SelfReported, by, reason, calendar);
    }

    /// <summary>
    /// Moves the date. With the customer's agreement and before the due day, or while its condition is still to come true, it is a
    /// renegotiation; otherwise it counts as late.
    /// </summary>
    public Result<PromiseTurn> Renegotiate(
        DateOnly? newDay, TimeOnly? newTime, bool agreed, string? reason, EvidenceLevel level, Guid by, PromiseCalendar calendar)
    {
        if ((NotOpen(calendar) ?? TooLong(reason)) is { } refused)
            return refused;
        if (DueOf(newDay, newTime, calendar).Refused(out var problem, out var due))
            return problem;
        if (due.At == DueAt)
            return new Problem(nameof(DueDay), "Pick a new date: this is the one it has.");
        if (due.At < calendar.Now)
            return new Problem(nameof(DueDay), "Pick a date that is still to come.");

        var dueBefore = DueAt;
        var inTime = agreed && (calendar.Today < DueDay || WaitsOnCondition);
        FallDue(due, calendar);
        Renegotiations++;
        Version++;
        return Turn(
            inTime ? PromiseTurnKind.Renegotiated : PromiseTurnKind.RenegotiatedLate,
            calendar.Now, calendar.Today, level, by, reason, calendar.Now, dueBefore);
    }

    /// <summary>Says that the condition came true: from now on the clock holds us to it. Said again, it changes nothing.</summary>
    public Problem? ConditionCameTrue(PromiseCalendar calendar)
    {
        if (NotOpen(calendar) is { } closed)
            return closed;
        if (Condition is null)
            return new Problem("", "This promise has no condition.");
        if (ConditionMetAt is not null)
            return null;
        // Otherwise a promise would be late in the same moment in which it begins to bind.
        if (DueAt < calendar.Now)
            return new Problem("", "Its date has passed. Agree on a new date first, then say that the condition came true.");
        (ConditionMetAt, Version) = (calendar.Now, Version + 1);
        return null;
    }

    /// <summary>
    /// What the clock has made of it by <paramref name="today"/>: broken after the grace, dated the day the grace ends,
    /// or lapsed when its condition never came true. Null while it is still in time or already closed.
    /// </summary>
    public PromiseTurn? CloseByClock(DateOnly today, PromiseCalendar calendar)
    {
        if (State != PromiseState.Open || ClosesOn is not { } day || today < day)
            return null;
        var (state, kind) = WaitsOnCondition
            ? (PromiseState.Lapsed, PromiseTurnKind.Lapsed)
            : (PromiseState.Broken, PromiseTurnKind.BrokenByClock);
        (State, ClosedOn, ClosesOn, Version) = (state, day, null, Version + 1);
        // One clock turn a promise: the promise's own id names it, so that reading ahead of the job gives the same evidence.
        var turn = _turns.Find(t => t.Id == Id);
        if (turn is null)
            _turns.Add(turn = new PromiseTurn(OrganizationId, Id, Id, kind, default, day, EvidenceLevel.Witnessed, null, null, calendar.Now, null, false));
        turn.Strike(kind, Days.EndOf(day.AddDays(-1), calendar.Zone), day, calendar.Now);
        return turn;
    }

    /// <summary>Takes the closing in force back. The turn stays, marked as undone.</summary>
    public Result<PromiseTurn> Reopen(Guid turnId, DateTimeOffset now, PromiseCalendar calendar)
    {
        if (Closing is not { } turn || turn.Id != turnId || State == PromiseState.Voided)
            return new Problem("", "There is nothing to undo any more.");
        if (turn.IsByClock)
            return new Problem("", "The clock closed this promise. Say when it was kept, or withdraw it.");
        if (turn.Kind == PromiseTurnKind.Excused)
            return new Problem("", "The answer to a dispute closed this promise; it stays closed.");
        turn.Undo(now);
        (State, ClosedOn, ClosesOn, Version) = (PromiseState.Open, null, DueDay.AddDays(calendar.GraceDays), Version + 1);
        return turn;
    }

    /// <summary>Withdraws a promise that was never given; its turns no longer weigh.</summary>
    public Problem? Void(string? reason, DateTimeOffset now)
    {
        if (State == PromiseState.Voided)
            return new Problem("", "This promise is already withdrawn.");
        if (Clean(reason) is null)
            return new Problem("Reason", "Say why, in a few words: it stays with the record.");
        if (TooLong(reason) is { } tooLong)
            return tooLong;
        foreach (var turn in _turns)
            turn.Undo(now);
        (State, ClosedOn, ClosesOn, Version) = (PromiseState.Voided, null, null, Version + 1);
        return null;
    }

    /// <summary>The day on which the clock closed it, booked or not; null while it has not.</summary>
    public DateOnly? ClosedByClockOn(DateOnly today) => State == PromiseState.Open
        ? ClosesOn <= today ? ClosesOn : null
        : Closing is { IsByClock: true } turn ? turn.Day : null;

    private static Problem AlreadyClosed => new("", "This promise is already closed.");

    private PromiseTurn Deliver(DateTimeOffset at, bool exceeded, EvidenceLevel level, Guid by, PromiseCalendar calendar, string? reason)
    {
        var late = at > DueAt && !WaitsOnCondition;
        var kind = late ? PromiseTurnKind.KeptLate : exceeded ? PromiseTurnKind.Exceeded : PromiseTurnKind.Kept;
        return Close(late ? PromiseState.KeptLate : PromiseState.Kept, kind, at, level, by, reason, calendar);
    }

    private PromiseTurn Close(
        PromiseState state, PromiseTurnKind kind, DateTimeOffset at, EvidenceLevel level, Guid? by, string? reason, PromiseCalendar calendar, bool ownedUp = false)
    {
        var day = Days.Of(at, calendar.Zone);
        (State, ClosedOn, ClosesOn, Version) = (state, day, null, Version + 1);
        return Turn(kind, at, day, level, by, reason, calendar.Now, null, ownedUp);
    }

    private PromiseTurn Turn(
        PromiseTurnKind kind, DateTimeOffset at, DateOnly day, EvidenceLevel level, Guid? by, string? reason, DateTimeOffset now,
        DateTimeOffset? dueBefore, bool ownedUp = false)
    {
        var turn = new PromiseTurn(
            OrganizationId, Guid.CreateVersion7(now), Id, kind, at.ToUniversalTime(), day, level, by, Clean(reason), now, dueBefore, ownedUp);
        _turns.Add(turn);
        return turn;
    }

    // What the clock has closed is closed, whether or not a job has booked it.
    private Problem? NotOpen(PromiseCalendar calendar)
    {
        if (State == PromiseState.Open && ClosesOn <= calendar.Today)
            return new Problem("", "The clock has closed this promise. If it was kept before that, say when and how you know.");
        return State == PromiseState.Open ? null : AlreadyClosed;
    }

    private static Problem? TooLong(string? reason) =>
        Clean(reason)?.Length > ReasonMaxLength ? new Problem("Reason", $"Keep the reason to {ReasonMaxLength} characters.") : null;
}
