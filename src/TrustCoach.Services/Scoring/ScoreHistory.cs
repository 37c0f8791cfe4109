using TrustCoach.Services.Customers;

namespace TrustCoach.Services.Scoring;

/// <summary>Both scores over time, one point a week.</summary>
/// <param name="Points">Oldest first.</param>
/// <param name="Events">What happened, where it is about one relationship; oldest first.</param>
/// <param name="Rules">New versions of the rules in that time.</param>
public sealed record ScoreHistory(
    HistorySpan Span, IReadOnlyList<ScorePoint> Points, IReadOnlyList<LedgerFact> Events, IReadOnlyList<RuleMark> Rules);

/// <summary>Points of both scores with half of their 80 % bands.</summary>
/// <param name="TooEarly">Too few judged encounters for a number.</param>
public sealed record ScorePoint(DateOnly Day, double Credibility, double HalfBandCredibility, double Trust, double HalfBandTrust, bool TooEarly);

/// <summary>The day from which another version of the rules was in force.</summary>
public sealed record RuleMark(int Version, DateOnly Day, string Title);

/// <summary>How far a history looks back.</summary>
/// <param name="Weeks">13, 52 or 156; null for all there is.</param>
public sealed record HistorySpan(int? Weeks, DateOnly Today)
{
    public static IReadOnlyList<int?> Choices { get; } = [13, 52, 156, null];

    /// <summary>The span of an address: its weeks, "all", or a year.</summary>
    public static HistorySpan Of(string? weeks, DateOnly today) => new(weeks switch { "13" => 13, "156" => 156, "all" => null, _ => 52 }, today);

    /// <summary>The first day of the span, or an earlier first day when all is asked for.</summary>
    public DateOnly From(DateOnly first) => Weeks is { } weeks && Today.AddDays(-7 * weeks) > first ? Today.AddDays(-7 * weeks) : first;
}

/// <summary>The history of a relationship.</summary>
public sealed record RelationshipHistory(WhyOf Of, ScoreHistory History);

/// <summary>The history of a rep or a team.</summary>
/// <param name="IsOwn">The reader is the rep.</param>
public sealed record GroupHistory(Guid Id, string Name, bool IsOwn, ScoreHistory History);
