namespace TrustCoach.Domain.Coaching;

/// <summary>Where a coaching session stands. The numbers are stored.</summary>
public enum SessionState : short
{
    Planned = 1,
    Held = 2,
    Cancelled = 3,
}

/// <summary>What a rep writes before a session, in their own words; each may be left out.</summary>
public sealed record SessionWords(string? WentWell, string? IsHard, string? Wanted)
{
    public bool IsEmpty => WentWell is null && IsHard is null && Wanted is null;

    /// <summary>As it is kept: without blanks around it, and nothing for nothing.</summary>
    public SessionWords Cleaned => new(TypedText.Clean(WentWell), TypedText.Clean(IsHard), TypedText.Clean(Wanted));
}

/// <summary>
/// A planned talk of a rep with whoever coaches them; a rep has at most one planned. While it is planned it belongs to who coaches the
/// rep then, so it moves with the team. The agenda is the rep's and not the session's: nothing on it is lost with one.
/// </summary>
public sealed class CoachingSession : IInOrganization
{
    public const int WordsMaxLength = 1000;
    public const int NoteMaxLength = 4000;
    public const int ReplyMaxLength = 1000;
    public const int ReasonMaxLength = 300;

    /// <summary>Longest cadence, in weeks.</summary>
    public const int MostWeeks = 4;

    /// <summary>How far ahead a session may be planned.</summary>
    public const int MostDaysAhead = 365;

    private CoachingSession() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid RepId { get; private set; }

    /// <summary>Who planned it, or took it over, or held it.</summary>
    public Guid ManagerId { get; private set; }

    /// <summary>Managers it was taken over from; their own notes stay theirs to read.</summary>
    public Guid[] FormerManagerIds { get; private set; } = [];

    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>Weeks from one session to the next, 1 to 4; 0 for none: then closing it plans nothing.</summary>
    public short EveryWeeks { get; private set; }

    public SessionState State { get; private set; } = SessionState.Planned;

    /// <summary>When it was closed as held, or cancelled.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Why it was cancelled.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>Counts changes of time, cadence and state; a change based on an older count is refused.</summary>
    public int Version { get; private set; } = 1;

    public string? WentWell { get; private set; }

    public string? IsHard { get; private set; }

    public string? Wanted { get; private set; }

    /// <summary>When the rep wrote last; null while nothing is written.</summary>
    public DateTimeOffset? WordsAt { get; private set; }

    public int WordsVersion { get; private set; }

    public string? SharedNote { get; private set; }

    /// <summary>Who wrote the shared note last.</summary>
    public Guid? SharedBy { get; private set; }

    public int SharedVersion { get; private set; }

    /// <summary>When the rep acknowledged what was agreed.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>What the rep had to say to it.</summary>
    public string? Reply { get; private set; }

    public SessionWords Words => new(WentWell, IsHard, Wanted);

    /// <summary>Plans one.</summary>
    /// <param name="earliest">The session may begin no earlier: a moment ago, so that it can be opened on the spot.</param>
    public static Result<CoachingSession> Plan(
        Guid organizationId, Guid id, Guid repId, Guid managerId, DateTimeOffset at, int everyWeeks, DateTimeOffset earliest)
    {
        var session = new CoachingSession { OrganizationId = organizationId, Id = id, RepId = repId, ManagerId = managerId };
        return session.SetTime(at, everyWeeks, earliest) is { } problem ? problem : session;
    }

    /// <summary>Moves it, or changes how often they meet.</summary>
    /// <param name="version">The version the person had before their eyes.</param>
    public Problem? Move(DateTimeOffset at, int everyWeeks, int version, DateTimeOffset earliest)
    {
        if (NotPlanned is { } closed)
            return closed;
        if (version != Version)
            return new Problem("", "The session was moved meanwhile. Look at its new time, then decide again.");
        if (SetTime(at, everyWeeks, earliest) is { } problem)
            return problem;
        Version++;
        return null;
    }

    /// <summary>Cancels it with a reason; what was written stays, and the agenda goes on to the next.</summary>
    public Problem? Cancel(string? reason, DateTimeOffset now)
    {
        if (NotPlanned is { } closed)
            return closed;
        if (TypedText.Need(reason, "Reason", ReasonMaxLength, "Say why, in a few words: the other reads it.").Refused(out var problem, out var words))
            return problem;
        (State, ClosedAt, CancelReason, Version) = (SessionState.Cancelled, now.ToUniversalTime(), words, Version + 1);
        return null;
    }

    /// <summary>Closes it as held.</summary>
    public Problem? Hold(DateTimeOffset now)
    {
        if (NotPlanned is { } closed)
            return closed;
        (State, ClosedAt, Version) = (SessionState.Held, now.ToUniversalTime(), Version + 1);
        return null;
    }

    /// <summary>Who coaches the rep by now has it from here on.</summary>
    public void TakeOver(Guid managerId)
    {
        if (ManagerId != managerId && State == SessionState.Planned)
            (FormerManagerIds, ManagerId) = ([.. FormerManagerIds.Where(id => id != managerId), ManagerId], managerId);
    }

    /// <summary>The rep's own words, before the session.</summary>
    /// <param name="version">The version that was before their eyes, on whichever device.</param>
    public Problem? Write(SessionWords words, int version, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (NotPlanned is { } closed)
            return closed;
        words = words.Cleaned;
        if ((TooLong(words.WentWell, nameof(WentWell)) ?? TooLong(words.IsHard, nameof(IsHard)) ?? TooLong(words.Wanted, nameof(Wanted))) is { } tooLong)
            return tooLong;
        if (words == Words)
            return null;
        if (version != WordsVersion)
            return new Problem("", "Your words were changed meanwhile, on another screen. Both are below: put them together, then save.");
        (WentWell, IsHard, Wanted, WordsVersion) = (words.WentWell, words.IsHard, words.Wanted, WordsVersion + 1);
        WordsAt = words.IsEmpty ? null : now.ToUniversalTime();
        return null;
    }

    /// <summary>The note both write.</summary>
    /// <param name="version">The version that was before their eyes.</param>
    public Problem? WriteShared(string? note, int version, Guid by)
    {
        if (NotPlanned is { } closed)
            return closed;
        var text = TypedText.Clean(note);
        if (text?.Length > NoteMaxLength)
            return new Problem(nameof(SharedNote), $"Keep it to {NoteMaxLength} characters.");
        if (text == SharedNote)
            return null;
        if (version != SharedVersion)
            return new Problem(nameof(SharedNote), "The shared note was changed meanwhile. Both texts are below: put them together, then save.");
        (SharedNote, SharedBy, SharedVersion) = (text, by, SharedVersion + 1);
        return null;
    }

    /// <summary>The rep has read what was agreed, and may reply. Once said, it stays.</summary>
    public Problem? Acknowledge(string? reply, DateTimeOffset now)
    {
        if (State != SessionState.Held)
            return new Problem("", "There is nothing to acknowledge before the session was held.");
        var text = TypedText.Clean(reply);
        if (text?.Length > ReplyMaxLength)
            return new Problem(nameof(Reply), $"Keep it to {ReplyMaxLength} characters.");
        if (AcknowledgedAt is not null)
            return text is null || text == Reply ? null : new Problem(nameof(Reply), "You have acknowledged it already, and what you replied then stays. Put this on the next agenda.");
        (AcknowledgedAt, Reply) = (now.ToUniversalTime(), text);
        return null;
    }

    private Problem? NotPlanned => State switch
    {
        SessionState.Planned => null,
        SessionState.Held => new Problem("", "This session was closed meanwhile. What you typed is kept here: put it on the next agenda."),
        _ => new Problem("", "This session was cancelled meanwhile. What you typed is kept here: the agenda goes on to the next one."),
    };

    private Problem? SetTime(DateTimeOffset at, int everyWeeks, DateTimeOffset earliest)
    {
        if (at < earliest)
            return new Problem(nameof(PlannedAt), "Pick a day and an hour still to come.");
        if (at - earliest > TimeSpan.FromDays(MostDaysAhead))
            return new Problem(nameof(PlannedAt), "Pick a day within a year.");
        if (everyWeeks is < 0 or > MostWeeks)
            return new Problem(nameof(EveryWeeks), $"Pick none, or up to {MostWeeks} weeks.");
        (PlannedAt, EveryWeeks) = (at.ToUniversalTime(), (short)everyWeeks);
        return null;
    }

    private static Problem? TooLong(string? text, string field) =>
        text?.Length > WordsMaxLength ? new Problem(field, $"Keep it to {WordsMaxLength} characters.") : null;
}
