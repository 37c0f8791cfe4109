using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>The page "Team credibility": who needs the manager this week, and why.</summary>
/// <param name="Teams">Every team the manager coaches, by name; those that are part of them are reached through them.</param>
/// <param name="Reps">The reps of this page, by name.</param>
/// <param name="RepCount">All reps of the team, or those that were looked for by name.</param>
/// <param name="AtRisk">The ten that moved last.</param>
public sealed record TeamCredibility(
    IReadOnlyList<TeamChoice> Teams, TeamChoice Team, CoachingPeriod Period, TeamFigures Figures, IReadOnlyList<RepLine> Reps, int Page, int RepCount,
    IReadOnlyList<CoachingHint> Hints, IReadOnlyList<BreachCount> Breaches, IReadOnlyList<RiskLine> AtRisk)
{
    /// <summary>Reps on a page; the key figures cover the whole team.</summary>
    public const int PageSize = 25;

    public bool HasMore => Page * PageSize < RepCount;

    /// <summary>Everybody in the team and in the teams beneath it.</summary>
    public required int Everybody { get; init; }

    /// <summary>The teams that are part of this one, by name.</summary>
    public required IReadOnlyList<TeamPart> Parts { get; init; }

    /// <summary>The reps whom the manager coaches; those of a team with a manager of its own are coached there.</summary>
    public IReadOnlySet<Guid> Coached { get; init; } = new HashSet<Guid>();

    /// <summary>The team this one is part of, when the manager reaches it.</summary>
    public TeamChoice? PartOf { get; init; }

    /// <summary>The name that was looked for; empty for everybody.</summary>
    public string Named { get; init; } = "";
}

/// <summary>A team within the one shown, with those beneath it.</summary>
public sealed record TeamPart(TeamChoice Team, int RepCount, TeamFigures Figures);

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
/// <param name="Coverage">Percent of planned encounters of days gone by that have an outcome: <paramref name="PlannedClosed"/> of <paramref name="Planned"/>.</param>
public sealed record TeamFigures(
    Figure Credibility, Figure KeptOnTime, int Kept, int Closed, Figure UntilCredible, int BecameCredible, Figure AtRisk, int Relationships, Figure Named, int Expected,
    Figure Coverage, int PlannedClosed, int Planned);

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
