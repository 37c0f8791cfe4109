using TrustCoach.Domain.Favours;
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
public sealed partial class Promise : IInOrganization
{
    public const int TextMaxLength = 500;
    public const int ConditionMaxLength = 300;
    public const int ReasonMaxLength = 500;
    public const int ExternalIdMaxLength = 200;

    /// <summary>How far ahead a promise may be due.</summary>
    public const int MostYearsAhead = 5;

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

    /// <summary>The rung of the commitment ladder that keeping it stands on; only theirs have one.</summary>
    public Commitment? Commitment { get; private set; }

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
        var (text, condition) = (Clean(details.Text) ?? "", Clean(details.Condition));
        if (!Enum.IsDefined(details.Direction))
            return new Problem(nameof(Direction), "Say who promised.");
        if (text.Length == 0)
            return new Problem(nameof(Text), "Write what was promised.");
        if (text.Length > TextMaxLength)
            return new Problem(nameof(Text), $"Keep the promise to {TextMaxLength} characters.");
        if (condition?.Length > ConditionMaxLength)
            return new Problem(nameof(Condition), $"Keep the condition to {ConditionMaxLength} characters.");
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

    /// <summary>Says which rung a promise of theirs stands on, or none.</summary>
    public Problem? StandOn(Commitment? commitment)
    {
        if (commitment is { } rung && !Enum.IsDefined(rung))
            return new Problem(nameof(Commitment), "Pick one of the rungs.");
        if (commitment is not null && Direction != Direction.Theirs)
            return new Problem(nameof(Commitment), "The ladder is theirs: only what they gave stands on it.");
        Commitment = commitment;
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
            ? LedgerEntry.Of(new(OrganizationId, RelationshipId, RepId, TouchpointId, Id, turn.RecordedAt, turn.By, turn.IsByClock ? turn.At : null),
                turn.Id, turn.Day, k, Severity, Id, turn.Level, turn.OwnedUp)
            : null;
    }

    private Result<Due> DueOf(DateOnly? day, TimeOnly? time, PromiseCalendar calendar)
    {
        // Days far away are refused before anything is computed with them: the calendar ends in the year 9999.
        if (day is not { } due)
            return new Problem(nameof(DueDay), "Say by when.");
        if (due < MadeOn.AddDays(-1))
            return new Problem(nameof(DueDay), "It cannot be due before it was given.");
        if (due > Days.Of(calendar.Now, calendar.Zone).AddYears(MostYearsAhead))
            return new Problem(nameof(DueDay), "Promise at most five years ahead.");
        // A day and an hour are meant in the zone of who types them; the day it counts for is the organization's.
        var at = time is { } hour ? Days.At(due, hour, calendar.TypedIn) : Days.EndOf(due, calendar.TypedIn).AddSeconds(-1);
        if (at >= MadeAt)
            return new Due(at, Days.Of(at, calendar.Zone), time is not null);
        return due < Days.Of(MadeAt, calendar.TypedIn)
            ? new Problem(nameof(DueDay), "It cannot be due before it was given.")
            : new Problem(nameof(DueDay), "That hour has passed already. Pick a later one.");
    }

    // Postgres keeps every character but the zero.
    private static string? Clean(string? text)
    {
        text = text?.Replace("\0", "", StringComparison.Ordinal).Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private void FallDue(Due due, PromiseCalendar calendar)
    {
        (DueAt, DueDay, HasTime) = (due.At, due.Day, due.HasTime);
        ClosesOn = DueDay.AddDays(calendar.GraceDays);
    }
}
