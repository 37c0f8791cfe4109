namespace TrustCoach.Domain.Customers;

/// <summary>
/// A time in which a customer needed us: something stands still, someone has to answer to somebody. When it began is noted; how long we
/// took is never typed, but measured on each reading to the first encounter that we started. It weighs nothing in any score.
/// </summary>
public sealed class TimeOfNeed : IInOrganization
{
    public const int TextMaxLength = 300;

    /// <summary>Older than this it is history that nobody can act on, and mostly a mistyped year.</summary>
    public const int MostDaysBack = 366;

    private TimeOfNeed() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid CustomerId { get; private set; }

    /// <summary>Who needs us most; null when nobody in particular does.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>What happened, in a sentence.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When it began, UTC, to the minute: a call logged in the same minute answers it.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The calendar day of <see cref="StartedAt"/> in the organization's zone.</summary>
    public DateOnly Day { get; private set; }

    public Guid NotedBy { get; private set; }

    /// <summary>When somebody said that it is over; null while it is open. What comes after it answers it no more.</summary>
    public DateTimeOffset? OverAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Counts the changes; one based on an older count is refused.</summary>
    public int Version { get; private set; } = 1;

    public bool IsOpen => OverAt is null && WithdrawnAt is null;

    /// <summary>Marks it.</summary>
    /// <param name="zone">The organization's: it decides the calendar day.</param>
    public static Result<TimeOfNeed> Mark(NeedOf of, NeedDetails details, TimeZoneInfo zone, DateTimeOffset now)
    {
        var need = new TimeOfNeed { OrganizationId = of.OrganizationId, Id = of.Id, CustomerId = of.CustomerId, NotedBy = of.NotedBy };
        return need.Say(details, zone, now) is { } problem ? problem : need;
    }

    /// <summary>Corrects what happened or when; the response is measured anew by itself.</summary>
    public Problem? Change(NeedDetails details, int version, TimeZoneInfo zone, DateTimeOffset now) =>
        Refused(version) ?? Say(details, zone, now) ?? Changed();

    /// <summary>It is over.</summary>
    public Problem? End(int version, DateTimeOffset now)
    {
        if ((Refused(version) ?? (OverAt is null ? null : new Problem("", "This is over already."))) is { } refused)
            return refused;
        OverAt = now;
        return Changed();
    }

    /// <summary>It goes on.</summary>
    public Problem? Reopen(int version)
    {
        if (Refused(version) is { } refused)
            return refused;
        OverAt = null;
        return Changed();
    }

    /// <summary>Withdraws one that was marked by mistake.</summary>
    public Problem? Withdraw(int version, DateTimeOffset now)
    {
        if (Refused(version) is { } refused)
            return refused;
        WithdrawnAt = now;
        return Changed();
    }

    private Problem? Refused(int version) =>
        WithdrawnAt is not null ? new Problem("", "This was withdrawn meanwhile.")
        : version != Version ? new Problem("", "Somebody changed this while you were reading. Compare, then try again.")
        : null;

    private Problem? Say(NeedDetails details, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (TypedText.Need(details.Text, nameof(Text), TextMaxLength, "Write what happened.").Refused(out var problem, out var words))
            return problem;
        var at = ToTheMinute(details.StartedAt ?? now);
        if (at > now)
            return new Problem(nameof(StartedAt), "This is in the future. Plan an encounter for what is to come; mark a time of need when it has begun.");
        if (at < now.AddDays(-MostDaysBack))
            return new Problem(nameof(StartedAt), "This is more than a year ago. Check the year.");
        if (at > OverAt)
            return new Problem(nameof(StartedAt), "It cannot have begun after it was over.");
        (Text, ContactId, StartedAt, Day) = (words, details.ContactId, at, Days.Of(at, zone));
        return null;
    }

    private static DateTimeOffset ToTheMinute(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMinute));
    }

    private Problem? Changed()
    {
        Version++;
        return null;
    }
}

/// <summary>Whose time of need it is, and who marks it.</summary>
public readonly record struct NeedOf(Guid OrganizationId, Guid Id, Guid CustomerId, Guid NotedBy);

/// <summary>What the form says of a time of need.</summary>
/// <param name="StartedAt">Now when null.</param>
public sealed record NeedDetails(string? Text, DateTimeOffset? StartedAt = null, Guid? ContactId = null);
