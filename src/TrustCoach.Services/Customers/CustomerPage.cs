using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Customers;

/// <summary>A customer and one relationship with it, as the actor may see it.</summary>
public sealed record CustomerPage
{
    public required CustomerFacts Customer { get; init; }

    /// <summary>The relationship shown.</summary>
    public required RelationshipFacts Relationship { get; init; }

    /// <summary>All relationships with this customer the actor sees, this one included, running ones first.</summary>
    public required IReadOnlyList<RelationshipFacts> Relationships { get; init; }

    /// <summary>Null when the customer is in no time of need.</summary>
    public OpenNeed? Need { get; init; }

    public required IReadOnlyList<ContactFacts> Contacts { get; init; }

    /// <summary>Open promises of both sides, soonest first.</summary>
    public IReadOnlyList<OpenPromise> Promises { get; init; } = [];

    /// <summary>Encounters still to come, soonest first; on the first page only.</summary>
    public IReadOnlyList<TimelineRow> Planned { get; init; } = [];

    /// <summary>What happened, newest first.</summary>
    public IReadOnlyList<TimelineRow> Timeline { get; init; } = [];

    /// <summary>Asks for what happened before; null when this is the beginning.</summary>
    public string? Older { get; init; }

    /// <summary>Null when the actor may not see scores.</summary>
    public RelationshipScores? Scores { get; init; }

    /// <summary>The organization's day it was read.</summary>
    public required DateOnly Today { get; init; }
}

public sealed record CustomerFacts(Guid Id, string Name, bool BurnedBefore, string? BurnedNote, DateTimeOffset? ArchivedAt, int Version);

/// <param name="MayLog">The actor may log touchpoints and promises in it.</param>
public sealed record RelationshipFacts(
    Guid Id, Guid RepId, string RepName, Climate Climate, DateOnly OpenedOn, DateOnly? EndedOn, RelationshipEnd? End, bool IsOwn, bool MayLog)
{
    public Guid? EndCauseId { get; init; }
}

public sealed record ContactFacts(Guid Id, string Name, string? Title, string? Email, string? Phone, DateTimeOffset? LeftAt);

/// <param name="Overdue">Its date has passed.</param>
/// <param name="BrokenByClock">The grace has ended too: it counts as broken, whether or not a job has booked it.</param>
public sealed record OpenPromise(
    Guid Id, Direction Direction, string Text, string? Condition, bool ConditionMet, DateTimeOffset DueAt, DateOnly DueDay, bool HasTime,
    DateOnly? ClosesOn, short Severity, int Version, bool Overdue, bool BrokenByClock);

/// <param name="EarlierRep">Who met them, when it was a rep before this one.</param>
/// <param name="ExpectedLate">The expectation was written or changed after the encounter had begun.</param>
public sealed record TimelineRow(
    Guid Id, DateTimeOffset At, Outcome Outcome, Channel? Channel, string? Summary, string? Expectation, string? Contact, string? EarlierRep, int Breakers, bool ExpectedLate);

/// <summary>Both scores of a relationship with everything they are made of.</summary>
public sealed record RelationshipScores
{
    public required Reading Reading { get; init; }

    /// <summary>Where it stands and what moved it.</summary>
    public required string Sentence { get; init; }

    public required string StageReason { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Both scores week by week over its whole life; the last point is today.</summary>
    public required IReadOnlyList<HistoryPoint> Points { get; init; }

    /// <summary>Newest first; each column adds up to its score, rounded to one decimal.</summary>
    public required IReadOnlyList<AccountRow> Account { get; init; }

    /// <summary>The newest events, and the newest breakers before them, oldest first.</summary>
    public required IReadOnlyList<LedgerFact> Events { get; init; }

    /// <summary>Disputed and not yet answered: these weigh nothing meanwhile.</summary>
    public required IReadOnlyList<LedgerFact> Held { get; init; }

    /// <summary>What the rep reports beside what customers say; null when no customer has confirmed anything.</summary>
    public ByLevel? ByLevel { get; init; }

    /// <summary>The newest breach that wants putting right; null when there is none.</summary>
    public RepairNotice? ToRepair { get; init; }

    public required Reciprocity GiveAndTake { get; init; }

    public required string GiveAndTakeSentence { get; init; }
}

/// <summary>A breach that wants putting right, in one line.</summary>
/// <param name="EntryId">Its ledger entry.</param>
/// <param name="Until">The last day on which an apology takes something off; null where it takes nothing.</param>
public sealed record RepairNotice(Guid EntryId, string Breach, DateOnly? Until, bool Apologized);

/// <summary>One line of the account with the event it is about, if any.</summary>
public sealed record AccountRow(AccountLine Line, LedgerFact? Event);

/// <summary>One piece of evidence and where it can be read.</summary>
/// <param name="Text">What was done or promised, in the rep's words; null when nothing was written.</param>
/// <param name="ByClock">The system's own clock saw it.</param>
/// <param name="RecordedAt">When it was recorded, in UTC; means nothing where the clock saw it.</param>
public sealed record LedgerFact(
    Guid Id, DateOnly Day, EvidenceKind Kind, EvidenceLevel Level, bool ByClock, string? Text, DateOnly? Due, Guid? TouchpointId, Guid? PromiseId,
    DateTimeOffset RecordedAt = default);
