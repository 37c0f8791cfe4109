using TrustCoach.Domain.Promises;

namespace TrustCoach.Domain.Coaching;

/// <summary>What a rep and whoever coaches them owe each other. The numbers are stored.</summary>
public enum CoachingPromiseKind : short
{
    /// <summary>An answer to a dispute, owed by who coaches.</summary>
    AnswerDispute = 1,

    /// <summary>To be there for a coaching session, owed by who coaches.</summary>
    BeThere = 2,

    /// <summary>Something the two agreed on in words, owed by either.</summary>
    Agreed = 3,
}

/// <summary>
/// What is owed by a day between a rep and whoever coaches them: held to the same clock as a promise to a customer, and of no weight on
/// any customer's score. An answer and being there move with the team while they are open, and stay with who closed them or coached when
/// the clock broke them; what two people agreed on stays between these two.
/// </summary>
public sealed class CoachingPromise : IInOrganization
{
    public const int TextMaxLength = 300;
    public const int ReasonMaxLength = 300;

    /// <summary>How far ahead an agreed promise may be due.</summary>
    public const int MostDaysAhead = 365;

    private CoachingPromise() { }

    public Guid OrganizationId { get; private set; }

    /// <summary>For an answer, the id of the dispute: one promise each.</summary>
    public Guid Id { get; private set; }

    public CoachingPromiseKind Kind { get; private set; }

    public Guid RepId { get; private set; }

    /// <summary>The manager's side: who gave or got an agreed one; who kept or broke the others, null while these are open and for one that broke when nobody coached the rep.</summary>
    public Guid? ManagerId { get; private set; }

    /// <summary>True when the rep owes it.</summary>
    public bool ByRep { get; private set; }

    /// <summary>The session it is about or was agreed in; null for an answer.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>What was agreed; null for the other kinds.</summary>
    public string? Text { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateOnly DueDay { get; private set; }

    /// <summary>The day on which the clock breaks it when it is still open; null when closed.</summary>
    public DateOnly? ClosesOn { get; private set; }

    /// <summary>Open, kept, kept late, broken by the clock, or lapsed when it was no longer wanted.</summary>
    public PromiseState State { get; private set; } = PromiseState.Open;

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>How often its day was moved in time, with the other's consent.</summary>
    public int Renegotiations { get; private set; }

    /// <summary>The day asked for instead, while the other side has not answered.</summary>
    public DateOnly? AskedDay { get; private set; }

    /// <summary>Why another day was asked for.</summary>
    public string? AskedReason { get; private set; }

    /// <summary>An answer to a dispute.</summary>
    /// <param name="graceDays">Days after the due day before the clock calls it broken.</param>
    public static CoachingPromise Answer(
        Guid organizationId, Guid disputeId, Guid repId, DateTimeOffset madeAt, DateOnly dueDay, int graceDays) => new()
        {
            OrganizationId = organizationId,
            Id = disputeId,
            Kind = CoachingPromiseKind.AnswerDispute,
            RepId = repId,
            MadeAt = madeAt,
            DueDay = dueDay,
            ClosesOn = dueDay.AddDays(graceDays),
        };

    /// <summary>To be there for a planned session.</summary>
    /// <param name="day">The organization's day it is planned for.</param>
    public static CoachingPromise BeThere(CoachingSession session, DateOnly day, int graceDays, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new()
        {
            OrganizationId = session.OrganizationId,
            Id = Guid.CreateVersion7(now),
            Kind = CoachingPromiseKind.BeThere,
            RepId = session.RepId,
            SessionId = session.Id,
            MadeAt = now,
            DueDay = day,
            ClosesOn = day.AddDays(graceDays),
        };
    }

    /// <summary>Something agreed on in a session.</summary>
    /// <param name="id">Made with the form: sent twice, it is one promise.</param>
    /// <param name="today">The organization's day.</param>
    public static Result<CoachingPromise> Agree(
        Guid id, CoachingSession session, Guid managerId, bool byRep, string? text, DateOnly? dueDay, DateOnly today, int graceDays, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (TypedText.Need(text, nameof(Text), TextMaxLength, "Say what is promised, in one sentence.").Refused(out var problem, out var words))
            return problem;
        if (DayOf(dueDay, nameof(DueDay), today).Refused(out var noDay, out var day))
            return noDay;
        return new CoachingPromise
        {
            OrganizationId = session.OrganizationId,
            Id = id,
            Kind = CoachingPromiseKind.Agreed,
            RepId = session.RepId,
            ManagerId = managerId,
            ByRep = byRep,
            SessionId = session.Id,
            Text = words,
            MadeAt = now,
            DueDay = day,
            ClosesOn = day.AddDays(graceDays),
        };
    }

    /// <summary>Who owes it; null for what moves with the team and is open.</summary>
    public Guid? OwedBy => ByRep ? RepId : ManagerId;

    /// <summary>Where it stands by the clock, whether or not a job has booked that.</summary>
    public PromiseState StateOn(DateOnly today) => State == PromiseState.Open && ClosesOn <= today ? PromiseState.Broken : State;

    /// <summary>What was owed was done: in time, or late. Once the clock has broken it, it stays broken.</summary>
    /// <param name="by">Who did it, where it is not known yet.</param>
    public void Keep(Guid by, DateOnly today)
    {
        if (State != PromiseState.Open)
            return;
        if (ClosesOn <= today)
            Close(PromiseState.Broken, ClosesOn!.Value, by);
        else
            Close(today > DueDay ? PromiseState.KeptLate : PromiseState.Kept, today, by);
    }

    /// <summary>Nobody wants it any more: while it is in time, nobody broke anything.</summary>
    public void LetGo(DateOnly today)
    {
        if (StateOn(today) == PromiseState.Open)
            Close(PromiseState.Lapsed, today, null);
    }

    /// <summary>Given up by who owes it: in time it is let go, afterwards the word was not kept.</summary>
    public void GiveUp(bool inTime, Guid by, DateOnly today)
    {
        if (inTime)
            LetGo(today);
        else if (State == PromiseState.Open)
            Close(PromiseState.Broken, ClosesOn < today ? ClosesOn.Value : today, by);
    }

    /// <summary>Moves the day in time, both sides knowing.</summary>
    public void Move(DateOnly day, int graceDays) =>
        (DueDay, ClosesOn, Renegotiations, AskedDay, AskedReason) = (day, day.AddDays(graceDays), Renegotiations + 1, null, null);

    /// <summary>Asks the other side for another day; possible until the due day is over.</summary>
    public Problem? AskForDay(DateOnly? day, string? reason, DateOnly today)
    {
        if (NotOpen(today) is { } closed)
            return closed;
        if (today > DueDay)
            return new Problem(nameof(DueDay), "Its day has passed: a date is moved before, not after. Keep it late, it still counts for something.");
        if (DayOf(day, nameof(DueDay), today).Refused(out var noDay, out var asked))
            return noDay;
        if (asked == DueDay)
            return new Problem(nameof(DueDay), "Pick a new day: this is the one it has.");
        var why = TypedText.Clean(reason);
        if (why?.Length > ReasonMaxLength)
            return new Problem("Reason", $"Keep it to {ReasonMaxLength} characters.");
        (AskedDay, AskedReason) = (asked, why);
        return null;
    }

    /// <summary>The other side agrees with the day asked for, or does not: then the old one stands.</summary>
    /// <param name="asked">The day that the person agreed with or refused.</param>
    public Problem? AnswerAsked(bool agreed, DateOnly asked, int graceDays, DateOnly today)
    {
        if (NotOpen(today) is { } closed)
            return closed;
        if (AskedDay != asked)
            return new Problem("", "Another day is asked for by now. Look again, then answer.");
        if (agreed && asked < today)
            return new Problem("", "The day asked for has passed meanwhile.");
        if (agreed)
            Move(asked, graceDays);
        else
            (AskedDay, AskedReason) = (null, null);
        return null;
    }

    private Problem? NotOpen(DateOnly today) => StateOn(today) switch
    {
        PromiseState.Open => null,
        PromiseState.Broken => new Problem("", "The clock has broken this promise: its day and the grace after it are over."),
        _ => new Problem("", "This promise is closed already."),
    };

    private void Close(PromiseState state, DateOnly day, Guid? by) =>
        (State, ClosedOn, ClosesOn, ManagerId, AskedDay) = (state, day, null, ManagerId ?? by, null);

    private static Result<DateOnly> DayOf(DateOnly? day, string field, DateOnly today) => day switch
    {
        null => new Problem(field, "Say by when."),
        { } past when past < today => new Problem(field, "Pick a day that is still to come."),
        { } far when far.DayNumber - today.DayNumber > MostDaysAhead => new Problem(field, "Pick a day within a year."),
        { } good => good,
    };
}
