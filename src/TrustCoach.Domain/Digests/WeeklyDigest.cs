namespace TrustCoach.Domain.Digests;

/// <summary>The day of the week and the hour at which a person wants to be mailed their week; no row for those who want no mail.</summary>
public sealed class WeeklyDigest : IInOrganization
{
    public const int LatestHour = 23;

    private WeeklyDigest() { }

    public WeeklyDigest(Guid organizationId, Guid personId) => (OrganizationId, PersonId) = (organizationId, personId);

    public Guid OrganizationId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>On the person's own calendar.</summary>
    public DayOfWeek Weekday { get; private set; }

    /// <summary>0 to 23, on the person's own clock.</summary>
    public short Hour { get; private set; }

    /// <summary>The last such day of the person that is done with: mailed, or there was nothing to tell. One mail a week at most.</summary>
    public DateOnly DoneOn { get; private set; }

    /// <summary>Sets day and hour. The first mail is the next one to come: an hour that has passed is not made up for.</summary>
    /// <param name="zone">The person's zone.</param>
    public Problem? At(DayOfWeek weekday, int hour, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (!Enum.IsDefined(weekday))
            return new Problem(nameof(Weekday), "Pick a day from the list.");
        if (hour is < 0 or > LatestHour)
            return new Problem(nameof(Hour), "Pick an hour from the list.");
        (Weekday, Hour) = (weekday, (short)hour);
        DoneOn = LastDay(zone, now);
        return null;
    }

    /// <summary>The hour has come and its week is not done with. What was missed while nothing ran comes once, afterwards.</summary>
    public bool IsDue(TimeZoneInfo zone, DateTimeOffset now) => DoneOn < LastDay(zone, now);

    /// <summary>Done for the week that holds <paramref name="now"/>.</summary>
    public void Done(TimeZoneInfo zone, DateTimeOffset now) => DoneOn = LastDay(zone, now);

    // The last day on which the hour has come. An hour that summer time skips has come with the next one.
    private DateOnly LastDay(TimeZoneInfo zone, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var today = DateOnly.FromDateTime(local.DateTime);
        var since = ((int)today.DayOfWeek - (int)Weekday + 7) % 7;
        return today.AddDays(since == 0 && local.Hour < Hour ? -7 : -since);
    }
}
