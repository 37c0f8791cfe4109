namespace TrustCoach.Services.Coaching;

/// <summary>Which relationships of a team a number counts.</summary>
public enum RelationshipList
{
    /// <summary>All that run.</summary>
    All,

    /// <summary>Those that became credible in the period.</summary>
    BecameCredible,

    /// <summary>One normal miss away from being at risk.</summary>
    NearTheCliff,

    /// <summary>Where the next lateness would count twice or more.</summary>
    LatenessHabit,

    /// <summary>Where one side gives and the other takes.</summary>
    OneSided,

    /// <summary>Those that ended in the period, hand-overs left out.</summary>
    Ended,
}

/// <summary>A relationship, and why it stands in the list.</summary>
/// <param name="Credibility">Points; null with too few judged encounters for a number, or when it has ended.</param>
public sealed record RelationshipLine(Guid RelationshipId, Guid CustomerId, string Customer, Guid RepId, string Rep, double? Credibility)
{
    /// <summary>The day it became credible, or ended.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Encounters until it was credible.</summary>
    public int? Encounters { get; init; }

    /// <summary>Credibility after one normal miss more, points.</summary>
    public double? AfterOneMiss { get; init; }

    /// <summary>Give and take, faded to today.</summary>
    public Domain.Scoring.Reciprocity? Exchange { get; init; }

    public Domain.Customers.RelationshipEnd? End { get; init; }

    /// <summary>The event that ended it.</summary>
    public EndCause? Cause { get; init; }
}

/// <summary>The event that ended a relationship.</summary>
/// <param name="Kind">What it was.</param>
public sealed record EndCause(Domain.Scoring.EvidenceKind Kind, DateOnly Day, Guid? TouchpointId, Guid? PromiseId);

/// <summary>One page of a list of relationships.</summary>
/// <param name="Total">All of them.</param>
public sealed record TeamRelationships(
    TeamChoice Team, RepName? Rep, CoachingPeriod Period, RelationshipList List, IReadOnlyList<RelationshipLine> Rows, int Page, int Total)
{
    public const int PageSize = 25;

    /// <summary>The reps whom the manager coaches.</summary>
    public required IReadOnlySet<Guid> Coached { get; init; }

    public bool HasMore => Page * PageSize < Total;
}
