namespace TrustCoach.Services.Coaching;

/// <summary>So many days up to today, today included, and as many before.</summary>
/// <param name="Days">30, 90 or 365.</param>
/// <param name="Today">The organization's day.</param>
public sealed record CoachingPeriod(int Days, DateOnly Today)
{
    public const int Usual = 90;

    public static IReadOnlyList<int> Choices { get; } = [30, Usual, 365];

    /// <summary>The period of an address's "days"; anything else is the usual one.</summary>
    public static CoachingPeriod Of(int? days, DateOnly today) => new(days is { } d && Choices.Contains(d) ? d : Usual, today);

    /// <summary>Its first day.</summary>
    public DateOnly From => Today.AddDays(1 - Days);

    /// <summary>The first day of the period before.</summary>
    public DateOnly BeforeFrom => From.AddDays(-Days);

    /// <summary>The Monday of the last week that had closed when the period began: its weekly point is what stood before.</summary>
    public DateOnly WeekBefore => Domain.Days.WeekOf(From).AddDays(-7);
}
