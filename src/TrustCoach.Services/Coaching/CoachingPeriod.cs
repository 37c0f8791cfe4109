using TrustCoach.Domain;

namespace TrustCoach.Services.Coaching;

/// <summary>So many weeks up to today, this week included, and as many before. Counts are kept by week, so a period begins on a Monday.</summary>
/// <param name="Weeks">4, 13 or 52.</param>
/// <param name="Today">The organization's day.</param>
public sealed record CoachingPeriod(int Weeks, DateOnly Today)
{
    public const int Usual = 13;

    public static IReadOnlyList<int> Choices { get; } = [4, Usual, 52];

    /// <summary>The period of an address's "weeks"; anything else is the usual one.</summary>
    public static CoachingPeriod Of(int? weeks, DateOnly today) => new(weeks is { } w && Choices.Contains(w) ? w : Usual, today);

    /// <summary>The Monday it begins on.</summary>
    public DateOnly From => Days.WeekOf(Today).AddDays(-7 * (Weeks - 1));

    /// <summary>The Monday the period before begins on.</summary>
    public DateOnly BeforeFrom => From.AddDays(-7 * Weeks);

    /// <summary>The week whose Sunday closed the period before.</summary>
    public DateOnly WeekBefore => From.AddDays(-7);
}
