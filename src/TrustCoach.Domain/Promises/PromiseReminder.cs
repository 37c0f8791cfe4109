namespace TrustCoach.Domain.Promises;

/// <summary>The hour at which a rep wants to be mailed what is owed; no row for those who want no mail.</summary>
public sealed class PromiseReminder : IInOrganization
{
    public const int LatestHour = 23;

    private PromiseReminder() { }

    public PromiseReminder(Guid organizationId, Guid personId) => (OrganizationId, PersonId) = (organizationId, personId);

    public Guid OrganizationId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>0 to 23, on the person's own clock.</summary>
    public short Hour { get; private set; }

    /// <summary>The person's last calendar day that is done with: mailed, or nothing was owed. One mail a day at most.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Sets the hour. When it has passed today, the first mail is tomorrow's.</summary>
    /// <param name="zone">The person's zone.</param>
    public Problem? At(int hour, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (hour is < 0 or > LatestHour)
            return new Problem(nameof(Hour), "Pick an hour from the list.");
        var local = TimeZoneInfo.ConvertTime(now, zone);
        if (local.Hour >= hour)
            DoneOn = Days.Of(now, zone);
        Hour = (short)hour;
        return null;
    }

    /// <summary>The hour has come and the day is not done with. An hour that summer time skips has come with the next one.</summary>
    public bool IsDue(TimeZoneInfo zone, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        return local.Hour >= Hour && !(DoneOn >= DateOnly.FromDateTime(local.DateTime));
    }

    /// <summary>Done for the person's day that holds <paramref name="now"/>.</summary>
    public void Done(TimeZoneInfo zone, DateTimeOffset now) => DoneOn = Days.Of(now, zone);
}
