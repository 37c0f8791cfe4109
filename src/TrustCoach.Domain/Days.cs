namespace TrustCoach.Domain;

/// <summary>Turns instants into calendar days and wall-clock times into instants, in a given zone.</summary>
public static class Days
{
    /// <summary>The calendar day of <paramref name="instant"/> in <paramref name="zone"/>.</summary>
    public static DateOnly Of(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>
    /// The instant (UTC) of a wall-clock time. A time that summer time skips moves forward by the gap;
    /// a time that happens twice is the first of the two.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
            local = local.Add(zone.GetUtcOffset(local.AddHours(3)) - zone.GetUtcOffset(local.AddHours(-3)));
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The first instant (UTC) after <paramref name="day"/> in <paramref name="zone"/>: a promise due on a day may be kept until then.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone) => At(day.AddDays(1), TimeOnly.MinValue, zone);

    /// <summary>The Monday of the ISO week that holds <paramref name="day"/>.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
