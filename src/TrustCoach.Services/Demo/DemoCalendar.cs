using TrustCoach.Domain;

namespace TrustCoach.Services.Demo;

/// <summary>Turns 'so many days ago' into working days and instants, seen from the day the demo is made.</summary>
internal sealed class DemoCalendar(DateTimeOffset now, TimeZoneInfo zone)
{
    public DateTimeOffset Now { get; } = now;

    public TimeZoneInfo Zone { get; } = zone;

    public DateOnly Today { get; } = Days.Of(now, zone);

    /// <summary>
    /// The day so many days ago; negative is to come. Weekends give way: past days to the Friday before, days to come to the Monday
    /// after. Today stays today. What comes first stays first.
    /// </summary>
    public DateOnly Day(int ago)
    {
        var day = Today.AddDays(-ago);
        var step = ago > 0 ? -1 : 1;
        while (ago != 0 && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            day = day.AddDays(step);
        return day;
    }

    public DateTimeOffset At(int ago, int hour, int minute = 0) => Days.At(Day(ago), new TimeOnly(hour, minute), Zone);
}
