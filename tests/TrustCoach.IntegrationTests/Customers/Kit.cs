using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Customers;

/// <summary>An organization with its services, a clock that stands still, and short ways to make what a test starts from.</summary>
internal sealed class Kit(string connectionString, GivenOrganization organization)
{
    private readonly RuleBook _rules = new();

    public ManualClock Clock { get; } = new();

    public GivenOrganization Organization { get; } = organization;

    public DateTimeOffset Now => Clock.Now;

    public static async Task<Kit> InAsync(TestDatabase database) =>
        new(database.ConnectionString, await Given.OrganizationAsync(database.ConnectionString, timeZone: "UTC"));

    public Task<GivenPerson> RepAsync(Team? team = null, string? name = null) =>
        Given.PersonAsync(connectionString, Organization, Roles.Rep, team?.Id, name);

    public async Task<(GivenPerson Manager, Team Team)> ManagerAsync()
    {
        var manager = await Given.PersonAsync(connectionString, Organization, Roles.Manager);
        return (manager, await Given.TeamAsync(connectionString, Organization, manager));
    }

    public Task<GivenPerson> AdminAsync() => Given.PersonAsync(connectionString, Organization, Roles.Admin);

    public Actor Actor(GivenPerson person) => new(
        Organization.Id, Organization.Name, person.Id, person.Name, person.Roles, person.TeamId,
        TimeZoneInfo.Utc, CultureInfo.GetCultureInfo("en-GB"), TimeZoneInfo.FindSystemTimeZoneById(Organization.TimeZone), 1);

    public TrustCoachDb Db(CommandCounter? counter = null)
    {
        var options = new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql(connectionString);
        if (counter is not null)
            options.AddInterceptors(counter);
        return new TrustCoachDb(options.Options, CurrentOrganization.Of(Organization.Id));
    }

    /// <summary>Runs one use case in a unit of work of its own.</summary>
    public async Task<T> WithAsync<T>(Func<TrustCoachDb, Task<T>> work, CommandCounter? counter = null)
    {
        await using var db = Db(counter);
        // Rules are read once in the life of an app.
        await _rules.OfAsync(db, 1, CancellationToken.None);
        counter?.Reset();
        return await work(db);
    }

    public CustomerService Customers(TrustCoachDb db) => new(db, Clock);

    public ContactService Contacts(TrustCoachDb db) => new(db, Clock);

    public RelationshipService Relationships(TrustCoachDb db) => new(db, new LedgerWriter(db, _rules), _rules, Clock);

    public CustomersQuery List(TrustCoachDb db) => new(db, new FewReadingsQuery(db, _rules, new ReputationQuery(db, _rules)), _rules, Clock);

    public CustomerPageQuery Page(TrustCoachDb db) => new(db, new ReputationQuery(db, _rules), _rules, Clock);

    public ReadingsQuery Readings(TrustCoachDb db) => new(db, _rules);

    public FewReadingsQuery FewReadings(TrustCoachDb db) => new(db, _rules, new ReputationQuery(db, _rules));

    /// <summary>A customer of the rep, added as the rep would.</summary>
    public async Task<CustomerDone> CustomerAsync(GivenPerson rep, string? name = null, string? contact = null, bool burned = false) =>
        (await WithAsync(db => Customers(db).AddAsync(
            Actor(rep), new(name ?? $"Customer {Guid.NewGuid():n}", Climate.Cold, burned, ContactName: contact, EvenIfNamedAlike: true), CancellationToken.None))).Value;

    /// <summary>Logs a touchpoint as the log form would: fact, ledger and standing in one transaction.</summary>
    public Task<Touchpoint> LogAsync(GivenPerson rep, CustomerDone at, int daysAgo, Outcome outcome, string? summary = null) => WithAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var ledger = new LedgerWriter(db, _rules);
        var standing = (await ledger.LockAsync(at.RelationshipId, CancellationToken.None))!;
        var touchpoint = Touchpoint.Log(
            new(Organization.Id, Guid.CreateVersion7(), at.RelationshipId, rep.Id, at.CustomerId, rep.Id, EvidenceLevel.SelfReported, Guid.NewGuid()),
            new(outcome, Now.AddDays(-daysAgo), Channel.Call, Summary: summary), TimeZoneInfo.Utc, Now).Value;
        db.Add(touchpoint);
        standing.Meet(touchpoint.HappenedAt);
        await ledger.AppendAsync(standing, touchpoint.Evidence(), CancellationToken.None);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return touchpoint;
    });

    public Task<Promise> PromiseAsync(GivenPerson rep, CustomerDone at, int dueInDays, string text = "Send the brochure", Direction direction = Direction.Ours) =>
        WithAsync(async db =>
        {
            var calendar = new PromiseCalendar(Now, TimeZoneInfo.Utc, TimeZoneInfo.Utc, ScoringRules.Default.GraceDays);
            var promise = Promise.Make(
                new(Organization.Id, Guid.CreateVersion7(), at.RelationshipId, rep.Id, at.CustomerId, rep.Id, Now.AddDays(Math.Min(dueInDays, 0) - 1)),
                new(direction, text, DateOnly.FromDateTime(Now.DateTime).AddDays(dueInDays)), calendar).Value;
            db.Add(promise);
            await db.SaveChangesAsync();
            return promise;
        });

    public Task<Relationship> RelationshipAsync(Guid id) => WithAsync(db => db.Relationships.SingleAsync(r => r.Id == id));

    public Task<Standing> StandingAsync(Guid relationshipId) => WithAsync(db => db.Standings.SingleAsync(s => s.RelationshipId == relationshipId));
}
