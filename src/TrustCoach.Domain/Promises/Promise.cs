using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Promises;

/// <summary>Who gave the promise.</summary>
public enum Direction : short
{
    Ours = 1,
    Theirs = 2,
}

/// <summary>Where a promise stands.</summary>
public enum PromiseState : short
{
    Open = 1,
    Kept = 2,
    KeptLate = 3,
    Broken = 4,

    /// <summary>Its condition never came true: nobody broke anything.</summary>
    Lapsed = 5,

    /// <summary>Entered by mistake; withdrawn with a reason.</summary>
    Voided = 6,
}

/// <summary>A word given to a customer or by one, with a date. Ours weigh on credibility and trust; theirs on give and take.</summary>
public sealed class Promise : IInOrganization
{
    public const int TextMaxLength = 500;
    public const int ConditionMaxLength = 300;
    public const int ReasonMaxLength = 500;
    public const int ExternalIdMaxLength = 200;

    private readonly List<PromiseTurn> _turns = [];

    private Promise() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid RelationshipId { get; private set; }

    public Guid RepId { get; private set; }

    public Guid CustomerId { get; private set; }

    /// <summary>The touchpoint in which it was given, when it was.</summary>
    public Guid? TouchpointId { get; private set; }

    public Direction Direction { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>'If they send the figures': until it comes true, the clock does not break the promise.</summary>
    public string? Condition { get; private set; }

    public DateTimeOffset? ConditionMetAt { get; private set; }

    /// <summary>How much hangs on it, 1 to 3; the severity if it breaks.</summary>
    public short Severity { get; private set; }

    /// <summary>The last instant (UTC) at which it counts as kept on time.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>The calendar day it is due, in the organization's zone.</summary>
    public DateOnly DueDay { get; private set; }

    /// <summary>True when an hour was named; false when the whole day counts.</summary>
    public bool HasTime { get; private set; }

    public PromiseState State { get; private set; } = PromiseState.Open;

    /// <summary>How often its date was moved.</summary>
    public int Renegotiations { get; private set; }

    /// <summary>
    /// The day on which the clock closes it when it is still open: broken, or lapsed when its condition never came true.
    /// Null when closed.
    /// </summary>
    public DateOnly? ClosesOn { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateOnly MadeOn { get; private set; }

    /// <summary>The day it was closed, in the organization's zone.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public Guid RecordedBy { get; private set; }

    public string? ExternalId { get; private set; }

    public Guid? ImportId { get; private set; }

    /// <summary>Counts the changes; one based on an older count is refused.</summary>
    public int Version { get; private set; } = 1;

    public IReadOnlyList<PromiseTurn> Turns => _turns;

    /// <summary>Gives a promise.</summary>
    public static Result<Promise> Make(PromiseOf of, PromiseDetails details, PromiseCalendar calendar)
    {
        var (text, condition) = (details.Text?.Trim() ?? "", string.IsNullOrWhiteSpace(details.Condition) ? null : details.Condition.Trim());
        if (!Enum.IsDefined(details.Direction))
            return new Problem(nameof(Direction), "Say who promised.");
        if (text.Length == 0)
            return new Problem(nameof(Text), "Write what was promised.");
        if (text.Length > TextMaxLength)
            return new Problem(nameof(Text), $"Keep the promise under {TextMaxLength} characters.");
        if (condition?.Length > ConditionMaxLength)
            return new Problem(nameof(Condition), $"Keep the condition under {ConditionMaxLength} characters.");
        if (!Touchpoints.Severity.IsKnown(details.Severity))
            return new Problem(nameof(Severity), "Pick how much hangs on it.");
        var promise = new Promise
        {
            OrganizationId = of.OrganizationId,
            Id = of.Id,
            RelationshipId = of.RelationshipId,
            RepId = of.RepId,
            CustomerId = of.CustomerId,
            TouchpointId = of.TouchpointId,
            RecordedBy = of.RecordedBy,
            ExternalId = of.ExternalId,
            ImportId = of.ImportId,
            Direction = details.Direction,
            Text = text,
            Condition = condition,
            Severity = details.Severity,
            MadeAt = of.MadeAt.ToUniversalTime(),
            MadeOn = Days.Of(of.MadeAt, calendar.Zone),
        };
        if (promise.DueOf(details.DueDay, details.DueTime, calendar).Refused(out var problem, out var due))
            return problem;
        promise.FallDue(due, calendar);
        return promise;
    }

    /// <summary>Closes it as delivered at <paramref name="at"/>: kept, exceeded, or kept late when the date had passed.</summary>
    public Result<PromiseTurn> Keep(DateTimeOffset at, bool exceeded, EvidenceLevel level, Guid by, PromiseCalendar calendar)
    {
        if (NotOpen() is { } closed)
            return closed;
        if (at > calendar.Now)
            return new Problem("At", "It cannot have been kept in the future.");
        if (Days.Of(at, calendar.Zone) < MadeOn)
            return new Problem("At", "It cannot have been kept before it was given.");
        var late = at > DueAt;
        var kind = late ? PromiseTurnKind.KeptLate : exceeded ? PromiseTurnKind.Exceeded : PromiseTurnKind.Kept;
        return Close(late ? PromiseState.KeptLate : PromiseState.Kept, kind, at, level, by, null, calendar);
    }

    /// <summary>Gives it up: the word was not kept.</summary>
    public Result<PromiseTurn> Break(DateTimeOffset at, bool ownedUp, EvidenceLevel level, Guid by, string? reason, PromiseCalendar calendar)
    {
        if (NotOpen() is { } closed)
            return closed;
        if (TooLong(reason) is { } tooLong)
            return tooLong;
        return Close(PromiseState.Broken, PromiseTurnKind.Broken, at, level, by, reason, calendar, ownedUp);
    }

    /// <summary>Closes a conditional promise whose condition did not come true. Weighs nothing.</summary>
    public Result<PromiseTurn> Lapse(DateTimeOffset at, Guid? by, string? reason, PromiseCalendar calendar)
    {
        if (NotOpen() is { } closed)
            return closed;
        if (Condition is null || ConditionMetAt is not null)
            return new Problem("", "Only a promise with a condition that did not come true can lapse.");
        if (TooLong(reason) is { } tooLong)
            return tooLong;
        return Close(PromiseState.Lapsed, PromiseTurnKind.Lapsed, at, EvidenceLevel.SelfReported, by, reason, calendar);
    }

    /// <summary>Moves the date. Before the due day and with the customer's agreement it is a renegotiation; otherwise it counts as late.</summary>
    public Result<PromiseTurn> Renegotiate(
        DateOnly? newDay, TimeOnly? newTime, bool agreed, string? reason, EvidenceLevel level, Guid by, PromiseCalendar calendar)
    {
        if (NotOpen() is { } closed)
            return closed;
        if (TooLong(reason) is { } tooLong)
            return tooLong;
        if (DueOf(newDay, newTime, calendar).Refused(out var problem, out var due))
            return problem;
        if (due.At == DueAt)
            return new Problem(nameof(DueDay), "Pick a new date: this is the one it has.");
        if (due.At < calendar.Now)
            return new Problem(nameof(DueDay), "Pick a date that is still to come.");

        var (dueBefore, today) = (DueAt, Days.Of(calendar.Now, calendar.Zone));
        var inTime = agreed && today < DueDay;
        FallDue(due, calendar);
        Renegotiations++;
        Version++;
        return Turn(inTime ? PromiseTurnKind.Renegotiated : PromiseTurnKind.RenegotiatedLate, calendar.Now, today, level, by, reason, calendar.Now, dueBefore);
    }

    /// <summary>Says that the condition came true: from now on the clock holds us to it.</summary>
    public Problem? ConditionCameTrue(DateTimeOffset at)
    {
        if (NotOpen() is { } closed)
            return closed;
        if (Condition is null)
            return new Problem("", "This promise has no condition.");
        (ConditionMetAt, Version) = (ConditionMetAt ?? at, Version + 1);
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
        var (state, kind) = Condition is not null && ConditionMetAt is null
            ? (PromiseState.Lapsed, PromiseTurnKind.Lapsed)
            : (PromiseState.Broken, PromiseTurnKind.BrokenByClock);
        (State, ClosedOn, ClosesOn, Version) = (state, day, null, Version + 1);
        // One clock turn a promise: the promise's own id names it, so that reading ahead of the job gives the same evidence.
        var turn = new PromiseTurn(OrganizationId, Id, Id, kind, Days.EndOf(day, calendar.Zone), day, EvidenceLevel.Witnessed, null, null, calendar.Now, null, false);
        _turns.Add(turn);
        return turn;
    }

    /// <summary>Takes the last closing back, for the undo of a wrong click. The turn stays, marked as undone.</summary>
    public Result<PromiseTurn> Reopen(Guid turnId, DateTimeOffset now, PromiseCalendar calendar)
    {
        var turn = _turns.Find(t => t.Id == turnId);
        if (turn is null || turn.UndoneAt is not null || ClosedOn is null || turn.DueBefore is not null)
            return new Problem("", "There is nothing to undo any more.");
        turn.Undo(now);
        (State, ClosedOn, ClosesOn, Version) = (PromiseState.Open, null, DueDay.AddDays(calendar.GraceDays), Version + 1);
        return turn;
    }

    /// <summary>Withdraws a promise that was never given; its turns no longer weigh.</summary>
    public Problem? Void(string? reason, DateTimeOffset now)
    {
        if (State == PromiseState.Voided)
            return new Problem("", "This promise is already withdrawn.");
        if (string.IsNullOrWhiteSpace(reason))
            return new Problem("Reason", "Say why, in a few words: it stays with the record.");
        if (TooLong(reason) is { } tooLong)
            return tooLong;
        foreach (var turn in _turns)
            turn.Undo(now);
        (State, ClosesOn, Version) = (PromiseState.Voided, null, Version + 1);
        return null;
    }

    /// <summary>The evidence of all its turns that stand. Theirs gives none: it belongs to give and take.</summary>
    public IEnumerable<LedgerEntry> Evidence() => _turns.Select(EvidenceOf).OfType<LedgerEntry>();

    /// <summary>The evidence of one turn, or null when it weighs nothing.</summary>
    public LedgerEntry? EvidenceOf(PromiseTurn turn)
    {
        if (Direction == Direction.Theirs || turn.UndoneAt is not null)
            return null;
        EvidenceKind? kind = turn.Kind switch
        {
            PromiseTurnKind.Kept => EvidenceKind.PromiseKept,
            PromiseTurnKind.Exceeded => EvidenceKind.PromiseExceeded,
            PromiseTurnKind.KeptLate or PromiseTurnKind.RenegotiatedLate => EvidenceKind.PromiseLate,
            PromiseTurnKind.Renegotiated => EvidenceKind.PromiseRenegotiated,
            PromiseTurnKind.Broken or PromiseTurnKind.BrokenByClock => EvidenceKind.PromiseBroken,
            _ => null,
        };
        return kind is { } k
            ? LedgerEntry.Of(new(OrganizationId, RelationshipId, RepId, TouchpointId, Id, turn.RecordedAt, turn.By),
                turn.Id, turn.Day, k, Severity, Id, turn.Level, turn.OwnedUp)
            : null;
    }

    private Result<PromiseTurn> Close(
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
            OrganizationId, Guid.CreateVersion7(now), Id, kind, at.ToUniversalTime(), day, level, by,
            string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), now, dueBefore, ownedUp);
        _turns.Add(turn);
        return turn;
    }

    private Result<Due> DueOf(DateOnly? day, TimeOnly? time, PromiseCalendar calendar)
    {
        if (day is not { } due)
            return new Problem(nameof(DueDay), "Say by when.");
        if (due < MadeOn)
            return new Problem(nameof(DueDay), "It cannot be due before it was given.");
        if (due > MadeOn.AddYears(5))
            return new Problem(nameof(DueDay), "Promise at most five years ahead.");
        // An hour is meant in the zone of who types it; the day it counts for is the organization's.
        var at = time is { } hour ? Days.At(due, hour, calendar.TypedIn) : Days.EndOf(due, calendar.Zone).AddSeconds(-1);
        return new Due(at, Days.Of(at, calendar.Zone), time is not null);
    }

    private void FallDue(Due due, PromiseCalendar calendar)
    {
        (DueAt, DueDay, HasTime) = (due.At, due.Day, due.HasTime);
        ClosesOn = DueDay.AddDays(calendar.GraceDays);
    }

    private Problem? NotOpen() => State == PromiseState.Open ? null : new Problem("", "This promise is already closed.");

    private static Problem? TooLong(string? reason) =>
        reason?.Trim().Length > ReasonMaxLength ? new Problem("Reason", $"Keep the reason under {ReasonMaxLength} characters.") : null;
}

/// <summary>When a promise falls due: the last instant in time, and the organization's day that holds it.</summary>
internal readonly record struct Due(DateTimeOffset At, DateOnly Day, bool HasTime);

/// <summary>Whose promise it is and where it came from; fixed once given.</summary>
public sealed record PromiseOf(
    Guid OrganizationId, Guid Id, Guid RelationshipId, Guid RepId, Guid CustomerId, Guid RecordedBy, DateTimeOffset MadeAt,
    Guid? TouchpointId = null, string? ExternalId = null, Guid? ImportId = null);

/// <summary>What the form says about a promise.</summary>
public sealed record PromiseDetails(
    Direction Direction, string? Text, DateOnly? DueDay, TimeOnly? DueTime = null, string? Condition = null, short Severity = Touchpoints.Severity.Normal);

/// <summary>The clock and the zones a promise is judged by.</summary>
/// <param name="Zone">The organization's zone: days begin and end in it.</param>
/// <param name="TypedIn">The zone in which the typed hour is meant.</param>
/// <param name="GraceDays">Days after the due day before the clock calls it broken.</param>
public sealed record PromiseCalendar(DateTimeOffset Now, TimeZoneInfo Zone, TimeZoneInfo TypedIn, int GraceDays);
