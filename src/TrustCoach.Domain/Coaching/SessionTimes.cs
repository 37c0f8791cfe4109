namespace TrustCoach.Domain.Coaching;

/// <summary>When a session is, where nobody has said it.</summary>
public static class SessionTimes
{
    private static readonly TimeOnly Begin = new(9, 0);
    private static readonly TimeOnly End = new(17, 0);

    /// <summary>One opened on the spot: now, on the last full quarter of an hour; out of office hours at nine on the next working day.</summary>
    /// <returns>UTC.</returns>
    public static DateTimeOffset OnTheSpot(DateTimeOffset now, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (IsWorking(day) && time >= Begin && time < End)
            return now.ToUniversalTime().AddTicks(-(now.Ticks % TimeSpan.FromMinutes(15).Ticks));
        if (time >= Begin || !IsWorking(day))
            day = NextWorking(day.AddDays(1));
        return Days.At(day, Begin, zone);
    }

    /// <summary>The one after a session that was held: so many weeks later at the same hour of the person's clock, and never before tomorrow.</summary>
    public static DateTimeOffset After(DateTimeOffset planned, int weeks, DateTimeOffset now, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = TimeZoneInfo.ConvertTime(planned, zone).DateTime;
        var day = DateOnly.FromDateTime(local).AddDays(7 * weeks);
        var tomorrow = Days.Of(now, zone).AddDays(1);
        while (day < tomorrow)
            day = day.AddDays(7);
        return Days.At(NextWorking(day), TimeOnly.FromDateTime(local), zone);
    }

    private static bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static DateOnly NextWorking(DateOnly day)
    {
        while (!IsWorking(day))
            day = day.AddDays(1);
        return day;
    }
}
