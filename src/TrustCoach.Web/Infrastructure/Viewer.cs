using System.Globalization;

namespace TrustCoach.Web.Infrastructure;

/// <summary>How the person in front of the page reads time and numbers.</summary>
/// <param name="Zone">The person's time zone; every instant is shown in it.</param>
/// <param name="Culture">The person's culture; dates and decimals follow it.</param>
/// <param name="Now">The moment the page is read, UTC.</param>
public sealed record Viewer(TimeZoneInfo Zone, CultureInfo Culture, DateTimeOffset Now)
{
    /// <summary>The person's calendar day right now.</summary>
    public DateOnly Today => DayOf(Now);

    /// <summary>An instant on the person's clock.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The person's calendar day an instant falls on.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>A reader nobody knows yet: UTC and day before month, as on the sign-in page.</summary>
    public static Viewer Unknown(TimeProvider clock) =>
        new(TimeZoneInfo.Utc, CultureInfo.GetCultureInfo("en-GB"), clock.GetUtcNow());
}
