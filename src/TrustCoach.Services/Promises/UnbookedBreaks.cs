using TrustCoach.Domain;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Promises;

/// <summary>
/// What the weekly tallies do not say yet: a tally is written when a promise is booked, and a promise is broken by the clock
/// before any job books it. Add these to the tallies' broken promises wherever they are shown.
/// </summary>
public static class UnbookedBreaks
{
    /// <summary>Broken promises by rep and week (its Monday), from <see cref="ReadingsQuery.BrokenByClockAsync"/>.</summary>
    public static Dictionary<(Guid RepId, DateOnly Week), int> ByWeek(this IEnumerable<ClockBreak> breaks) => breaks
        .CountBy(b => (b.RepId, Days.WeekOf(DateOnly.FromDayNumber(b.Evidence.Day))))
        .ToDictionary();
}
