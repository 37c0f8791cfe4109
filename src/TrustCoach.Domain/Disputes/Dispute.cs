using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Disputes;

/// <summary>Where a dispute stands.</summary>
public enum DisputeState : short
{
    /// <summary>Nobody has answered: the event weighs nothing.</summary>
    Open = 1,

    /// <summary>The event stands and weighs again.</summary>
    Upheld = 2,

    /// <summary>The facts were changed; the event weighs as corrected.</summary>
    Corrected = 3,

    /// <summary>The event was withdrawn for good.</summary>
    Voided = 4,

    /// <summary>The rep took the dispute back: the event weighs again.</summary>
    Withdrawn = 5,
}

/// <summary>
/// A rep's objection to one event of their own record. While it is open the event weighs nothing; whoever coaches the rep owes an
/// answer by a day. What both wrote stays.
/// </summary>
public sealed class Dispute : IInOrganization
{
    public const int TextMaxLength = 1000;

    /// <summary>So many days after it was raised the answer is due.</summary>
    public const int DaysToAnswer = 7;

    private Dispute() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The ledger entry of the event.</summary>
    public Guid EntryId { get; private set; }

    public Guid RelationshipId { get; private set; }

    /// <summary>Whose record it is: the only one who disputes it, and who never answers it.</summary>
    public Guid RepId { get; private set; }

    /// <summary>What the event was when it was disputed; a correction may change the entry.</summary>
    public EvidenceKind Kind { get; private set; }

    /// <summary>The day the event counted for when it was disputed.</summary>
    public DateOnly Day { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>Why, in the rep's words.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The organization's day by which the answer is owed.</summary>
    public DateOnly DueDay { get; private set; }

    public DisputeState State { get; private set; } = DisputeState.Open;

    /// <summary>What was answered, in the words of who answered; null while it is open or when it was taken back.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    /// <summary>Raises it.</summary>
    /// <param name="answered">Reasons of earlier disputes of the same event that were answered: the same is not asked twice.</param>
    /// <param name="today">The organization's day.</param>
    public static Result<Dispute> Raise(
        Guid id, LedgerEntry entry, string? reason, IEnumerable<string> answered, DateTimeOffset now, DateOnly today)
    {
        if (entry.Status == LedgerStatus.Voided)
            return new Problem("", "This event was withdrawn and weighs nothing: there is nothing left to dispute.");
        if (TypedText.Need(reason, nameof(Reason), TextMaxLength, "Say what is wrong with it, in a sentence or two.").Refused(out var problem, out var words))
            return problem;
        if (answered.Any(earlier => Same(earlier, words)))
            return new Problem(nameof(Reason), "This reason was given before and has been answered. Say what is new.");
        return new Dispute
        {
            OrganizationId = entry.OrganizationId,
            Id = id,
            EntryId = entry.Id,
            RelationshipId = entry.RelationshipId,
            RepId = entry.RepId,
            Kind = entry.Kind,
            Day = entry.Day,
            RaisedAt = now,
            Reason = words,
            DueDay = today.AddDays(DaysToAnswer),
        };
    }

    /// <summary>Answers it; what becomes of the event is the caller's to do.</summary>
    /// <param name="state">Upheld, corrected or voided.</param>
    /// <param name="field">The name under which the caller's form asks for the answer.</param>
    public Problem? Close(DisputeState state, string? answer, Guid by, DateTimeOffset now, string field = nameof(Answer))
    {
        if (state is DisputeState.Open or DisputeState.Withdrawn || !Enum.IsDefined(state))
            return new Problem(nameof(State), "Say whether the event stands, is corrected or is withdrawn.");
        if (NotOpen is { } closed)
            return closed;
        if (by == RepId)
            return new Problem("", "Nobody answers their own dispute.");
        if (TypedText.Need(answer, field, TextMaxLength, "Write your answer, in a sentence or two: it stays with the record.").Refused(out var problem, out var words))
            return problem;
        (State, Answer, AnsweredBy, ClosedAt) = (state, words, by, now);
        return null;
    }

    /// <summary>Takes it back while nobody has answered; its text stays.</summary>
    public Problem? Withdraw(DateTimeOffset now)
    {
        if (NotOpen is { } closed)
            return closed;
        (State, ClosedAt) = (DisputeState.Withdrawn, now);
        return null;
    }

    private Problem? NotOpen => State switch
    {
        DisputeState.Open => null,
        DisputeState.Withdrawn => new Problem("", "This dispute was taken back meanwhile: the event weighs again."),
        _ => new Problem("", "This dispute has been answered already. The answer stands below."),
    };

    private static bool Same(string one, string other) =>
        string.Equals(Words(one), Words(other), StringComparison.OrdinalIgnoreCase);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
