using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Promises;

/// <summary>One organization in Berlin with a rep and a customer, on a database and a clock of the test's own. Starts on Wednesday 2 September 2026, 11:00 there.</summary>
internal sealed class PromiseWorld(TestDatabase database)
{
    public static readonly DateOnly Wednesday = new(2026, 9, 2);

    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public ManualClock Clock { get; } = new();

    public RuleBook Rules { get; } = new();

    public Guid OrganizationId { get; } = Guid.CreateVersion7();

    public Actor Rep { get; private set; } = null!;

    public Relationship Relationship { get; private set; } = null!;

    public static DateTimeOffset At(DateOnly day, int hour) => Domain.Days.At(day, new(hour, 0), Berlin);

    public void GoTo(DateOnly day, int hour = 9) => Clock.Now = At(day, hour);

    public TrustCoachDb Db(params IInterceptor[] interceptors) => new(
        new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql(database.ConnectionString).AddInterceptors(interceptors).Options,
        CurrentOrganization.Of(OrganizationId));

    public async Task<PromiseWorld> BeginAsync()
    {
        await using var db = Db();
        db.Add(Organization.Found(OrganizationId, "Northwind Sales", "Europe/Berlin", Clock.Now).Value);
        db.Add(new RuleVersion(OrganizationId, 1, ScoringRules.Default, null, Clock.Now));
        await db.SaveChangesAsync();
        Rep = await PersonAsync(Roles.Rep);
        Relationship = await RelationshipAsync(Rep);
        return this;
    }

    public async Task<Actor> PersonAsync(Roles roles, Guid? teamId = null)
    {
        await using var db = Db();
        var person = Person.Join(OrganizationId, Guid.CreateVersion7(), "Maya Okafor", roles, teamId, "Europe/Berlin", "en-GB", Clock.Now).Value;
        db.Add(person);
        await db.SaveChangesAsync();
        return new(OrganizationId, "Northwind Sales", person.Id, person.Name, roles, teamId, Berlin, new("en-GB"), Berlin, 1);
    }

    public async Task<Relationship> RelationshipAsync(Actor rep, string name = "Kestrel Foods", bool archived = false)
    {
        await using var db = Db();
        var customer = Customer.Add(OrganizationId, Guid.CreateVersion7(), name, false, null, Clock.Now).Value;
        if (archived)
            customer.Archive(Clock.Now);
        var relationship = Domain.Customers.Relationship.Open(
            OrganizationId, Guid.CreateVersion7(), rep.PersonId, customer.Id, Climate.Cold, Wednesday.AddDays(-100));
        db.AddRange(customer, relationship, new Standing(OrganizationId, relationship.Id, rep.PersonId));
        await db.SaveChangesAsync();
        return relationship;
    }

    public async Task<Guid> PromiseAsync(int dueIn = 2, string? condition = null, Direction direction = Direction.Ours, Relationship? relationship = null)
    {
        await using var db = Db();
        var details = new PromiseDetails(direction, "Send the depot audit", Domain.Days.Of(Clock.Now, Berlin).AddDays(dueIn), null, condition);
        return (await Service(db).MakeAsync(Rep, new((relationship ?? Relationship).Id, details), default)).Value;
    }

    public async Task<T> WithAsync<T>(Func<PromiseService, Task<T>> act)
    {
        await using var db = Db();
        return await act(Service(db));
    }

    public Task<Domain.Result<PromiseTurned>?> KeepAsync(Guid id, DateTimeOffset? at = null, string? reason = null) =>
        WithAsync(s => s.KeepAsync(Rep, new(id, false, at, reason), default));

    public async Task<int> LetTheClockBookAsync()
    {
        await using var db = Db();
        return await new ClockService(db, Book(db), Rules, Clock, NullLogger<ClockService>.Instance).RunAsync(default);
    }

    public async Task<RelationshipReading> ReadAsync()
    {
        await using var db = Db();
        return (await new ReadingsQuery(db, Rules).RunAsync([Rep.PersonId], Rep.Today(Clock.Now), 1, default))[Relationship.Id];
    }

    public async Task<KeptRatio> RatioAsync(Direction direction = Direction.Ours)
    {
        await using var db = Db();
        return await new KeptRatioQuery(db).RunAsync([Rep.PersonId], direction, Rep.Today(Clock.Now), 90, default);
    }

    public async Task<(int Kept, int Late, int Broken)> TallyAsync()
    {
        await using var db = Db();
        var weeks = await db.RepTallies.Where(t => t.RepId == Rep.PersonId).ToListAsync();
        return (weeks.Sum(w => w.PromisesKept), weeks.Sum(w => w.PromisesKeptLate), weeks.Sum(w => w.PromisesBroken));
    }

    public async Task<Promise> LoadAsync(Guid id)
    {
        await using var db = Db();
        return await db.Promises.AsNoTracking().Include(p => p.Turns).SingleAsync(p => p.Id == id);
    }

    public PromiseService Service(TrustCoachDb db) =>
        new(db, Book(db), new(db, new LedgerWriter(db, Rules), Rules), NullLogger<PromiseService>.Instance);

    private PromiseBook Book(TrustCoachDb db) => new(db, new LedgerWriter(db, Rules), Rules, Clock);
}
