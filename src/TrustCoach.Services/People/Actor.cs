using System.Globalization;
using TrustCoach.Domain;
using TrustCoach.Domain.People;

namespace TrustCoach.Services.People;

/// <summary>Who is asking: the signed-in person with all that decides what they may see and how they read it.</summary>
/// <param name="Zone">The zone in which this person reads and types times.</param>
/// <param name="OrganizationZone">The zone in which days begin and end for scoring.</param>
/// <param name="RulesVersion">The scoring rules in force.</param>
/// <param name="OwesSecondFactor">True for a manager or admin without a second factor where the organization asks for one: nothing else opens to them.</param>
/// <param name="RulesChange">True while all numbers are rebuilt under the next rules: what was read may have been exchanged meanwhile.</param>
public sealed record Actor(
    Guid OrganizationId, string OrganizationName, Guid PersonId, string Name, Roles Roles, Guid? TeamId,
    TimeZoneInfo Zone, CultureInfo Culture, TimeZoneInfo OrganizationZone, int RulesVersion, bool OwesSecondFactor = false, bool RulesChange = false)
{
    /// <summary>What this person owes, overdue or due within two days, soonest first: the menu counts it on every page.</summary>
    public IReadOnlyList<OwedSoon> Owed { get; init; } = [];

    /// <summary>Somebody for whom work is done without a request of theirs.</summary>
    public static Actor Of(Person person, Organization organization) => new(
        organization.Id, organization.Name, person.Id, person.Name, person.Roles, person.TeamId, TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone),
        CultureInfo.GetCultureInfo(person.Culture), TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone), organization.RulesVersion);

    /// <summary>How far this person reaches with an act.</summary>
    public Reach Reach(Thing thing, Act act) => Visibility.Of(Roles, thing, act);

    public bool May(Thing thing, Act act) => Visibility.Allows(Roles, thing, act);

    /// <summary>The organization's calendar day at <paramref name="now"/>: the day of every reading.</summary>
    public DateOnly Today(DateTimeOffset now) => Days.Of(now, OrganizationZone);

    /// <summary>How many promises are due by the end of this person's day or overdue. What the clock has closed is owed no more, whether or not a job has booked it.</summary>
    public int DuePromises(DateTimeOffset now)
    {
        var (today, end) = (Today(now), Days.EndOf(Days.Of(now, Zone), Zone));
        return Owed.Count(promise => promise.DueAt < end && promise.ClosesOn > today);
    }
}

/// <summary>An open promise of one's own.</summary>
/// <param name="ClosesOn">The day on which the clock closes it.</param>
public readonly record struct OwedSoon(DateTimeOffset DueAt, DateOnly ClosesOn);
