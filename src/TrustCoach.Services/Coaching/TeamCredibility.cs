using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>The page "Team credibility": who needs the manager this week, and why.</summary>
/// <param name="Teams">Every team the manager coaches, by name.</param>
/// <param name="Reps">The reps of this page, by name.</param>
/// <param name="AtRisk">The ten that moved last.</param>
public sealed record TeamCredibility(
    IReadOnlyList<TeamChoice> Teams, TeamChoice Team, CoachingPeriod Period, TeamFigures Figures, IReadOnlyList<RepLine> Reps, int Page, int RepCount,
    IReadOnlyList<CoachingHint> Hints, IReadOnlyList<BreachCount> Breaches, IReadOnlyList<RiskLine> AtRisk)
{
    /// <summary>Reps on a page; the key figures cover the whole team.</summary>
    public const int PageSize = 25;

    public bool HasMore => Page * PageSize < RepCount;
}

public sealed record TeamChoice(Guid Id, string Name);

/// <summary>A number now and in the period before; null where nothing is known, which is never zero.</summary>
public readonly record struct Figure(double? Now, double? Before)
{
    public double? Change => Now - Before;
}

/// <summary>The key figures of a team over a period.</summary>
/// <param name="Credibility">Mean by confidence, points; before: at the end of the period before.</param>
/// <param name="KeptOnTime">Percent of promises closed.</param>
/// <param name="UntilCredible">Mean encounters of the relationships that became credible in the period.</param>
/// <param name="AtRisk">Relationships at risk or broken; before: at the end of the period before.</param>
/// <param name="Named">Percent of judged encounters whose expectation was written down.</param>
public sealed record TeamFigures(
    Figure Credibility, Figure KeptOnTime, int Kept, int Closed, Figure UntilCredible, int BecameCredible, Figure AtRisk, int Relationships, Figure Named, int Expected);

/// <summary>One relationship as a dot.</summary>
/// <param name="Customer">Null when the rep has too many to link each.</param>
public sealed record RelationshipDot(Guid RelationshipId, Guid? CustomerId, string? Customer, double Credibility, bool IsAtRisk);

/// <summary>One rep of the page.</summary>
/// <param name="Dots">Relationships with enough judged encounters for a verdict.</param>
/// <param name="TooEarly">Relationships with fewer.</param>
/// <param name="Typical">Roll-up with the team as prior, points; null while it is too early to say.</param>
public sealed record RepLine(
    Guid RepId, string Name, IReadOnlyList<RelationshipDot> Dots, int TooEarly, double? Typical, IReadOnlyList<double> Trend, IReadOnlyList<TraitReading> Traits)
{
    /// <summary>The Monday of each point of the trend, in its order.</summary>
    public IReadOnlyList<DateOnly> TrendWeeks { get; init; } = [];
}

/// <summary>How often trust was broken in one way.</summary>
public sealed record BreachCount(Breach Breach, int Count);

/// <summary>A relationship at risk, and the pattern that put it there.</summary>
/// <param name="Credibility">Points; null with too few judged encounters for a number.</param>
public sealed record RiskLine(Guid RelationshipId, Guid CustomerId, string Customer, Guid RepId, string Rep, double? Credibility, string Pattern, DateOnly LastDay);
