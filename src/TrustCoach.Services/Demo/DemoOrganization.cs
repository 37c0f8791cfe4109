using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.Demo.Stories;

namespace TrustCoach.Services.Demo;

/// <summary>Somebody of the demo to sign in as.</summary>
/// <param name="LookAt">What this person's pages show best.</param>
public sealed record DemoSignIn(string Name, string Email, string Role, string LookAt);

/// <summary>What became of the wish to have the demo.</summary>
public enum DemoOutcome
{
    Made = 1,

    /// <summary>The demo was here before.</summary>
    AlreadyHere = 2,

    /// <summary>Somebody works in this database; the demo does not belong beside them.</summary>
    InUse = 3,
}

/// <summary>
/// An invented sales organization with a year behind it, told relative to the day it is made: the same stories, ids and words every
/// time, so that 'today' is always lively.
/// </summary>
public sealed class DemoOrganization(TrustCoachDb db, DemoWriter writer, TimeProvider clock)
{
    /// <summary>Of every person in the demo. It opens nothing else: the demo is made for trying out, never beside real data.</summary>
    public const string Passphrase = "small promises kept daily";

    private const string Zone = "Europe/London";

    public static Guid Id { get; } = DemoDice.Id("organization");

    public static IReadOnlyList<DemoSignIn> SignIns { get; } =
    [
        Of(SteadyRep.Rep, "rep", "a steady rep: something due today, overdue, planned, waiting for an outcome, and disputed"),
        Of(SlippingRep.Rep, "rep", "lateness becoming a habit, promises left to the clock"),
        Of(LieAndRepair.Rep, "rep", "a lie and its slow repair, under a ceiling"),
        Of(NewRep.Rep, "rep", "a new rep: too early to say"),
        Of(GiveAndTake.Rep, "rep", "one-sided give and take"),
        Of("Ingrid Solberg", "manager", "whom to talk to first in team North"),
        Of("Beatrice Laurent", "manager", "key accounts, one of them lost on trust"),
        Of("Maren Olsen", "admin", "people, teams, audit"),
    ];

    /// <summary>Makes the demo in one transaction, unless the database holds an organization. Of several instances at once, one makes it.</summary>
    public async Task<DemoOutcome> MakeAsync(CancellationToken cancellation)
    {
        // Another instance may be making it just now; that takes seconds.
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(2));
        await db.Database.OpenConnectionAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(7423)", cancellation);
        await db.EnterDirectoryAsync(cancellation);
        var here = await db.Organizations.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).Select(o => o.Id).ToListAsync(cancellation);
        if (here.Count > 0)
            return here.Contains(Id) ? DemoOutcome.AlreadyHere : DemoOutcome.InUse;

        await db.EnterAsync(Id, cancellation);
        var calendar = new DemoCalendar(clock.GetUtcNow().ToUniversalTime(), TimeZoneInfo.FindSystemTimeZoneById(Zone));
        await writer.WriteAsync(Imagine(calendar), clock, cancellation);
        await transaction.CommitAsync(cancellation);
        return DemoOutcome.Made;
    }

    /// <summary>Whether the demo is in this database.</summary>
    public async Task<bool> IsHereAsync(CancellationToken cancellation)
    {
        await db.EnterDirectoryAsync(cancellation);
        return await db.Organizations.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).AnyAsync(o => o.Id == Id, cancellation);
    }

    private static DemoSignIn Of(string name, string role, string lookAt) => new(name, DemoPeople.EmailOf(name), role, lookAt);

    private static DemoWorld Imagine(DemoCalendar calendar)
    {
        var since = calendar.At(380, 9);
        var organization = Organization.Found(Id, "Larkfield Equipment", Zone, since).Value;
        var people = new DemoPeople(organization, since);
        var world = new DemoWorld(organization, people, calendar);
        world.Note(people.Admin, since, AuditActs.OrganizationFounded, organization.Id, organization);
        foreach (var team in people.AllTeams)
            world.Note(people.Admin, since, AuditActs.TeamFormed, team.Id, team);
        foreach (var person in people.All)
            world.Note(person, since, AuditActs.PersonJoined, person.Id, person);

        SteadyRep.Tell(world);
        SlippingRep.Tell(world);
        NewRep.Tell(world);
        LieAndRepair.Tell(world);
        GiveAndTake.Tell(world);
        LooseTalk.Tell(world);
        BurnedCustomers.Tell(world);
        MovedDates.Tell(world);
        OwningUp.Tell(world);
        BeyondExpectations.Tell(world);
        LostOnTrust.Tell(world);
        Disputed.Tell(world);
        RisksAndOffers.Tell(world);
        PuttingRight.Tell(world);
        WhoKnowsWhom.Tell(world);
        AgreedGoals.Tell(world);
        OneToOnes.Tell(world);
        SeenByOthers.Tell(world);
        ShowingUp.Tell(world);
        TwoSheets.Tell(world);
        Confided.Tell(world);
        WeeklyLessons.Tell(world);
        world.LetTheClockRun();
        FirstConversations.Tell(world);
        return world;
    }
}
