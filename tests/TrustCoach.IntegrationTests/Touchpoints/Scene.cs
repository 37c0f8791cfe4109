using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Touchpoints;

namespace TrustCoach.IntegrationTests.Touchpoints;

/// <summary>A rep with a manager and one customer, in an organization of their own.</summary>
public sealed record Scene(WebFixture Web, GivenOrganization Organization, GivenPerson Manager, GivenPerson Rep, Guid CustomerId, Guid RelationshipId, string Customer)
{
    public static async Task<Scene> SetAsync(WebFixture web, string timeZone = "Europe/Berlin", string? customer = null)
    {
        var organization = await web.GivenAnOrganizationAsync(timeZone: timeZone);
        var manager = await web.GivenAManagerAsync(organization);
        var team = await web.GivenATeamAsync(organization, manager);
        var rep = await web.GivenARepAsync(organization, team.Id);
        customer ??= $"Kestrel {Guid.NewGuid():n}"[..20];
        var (customerId, relationshipId) = await CustomerAsync(web, organization, rep, customer);
        return new(web, organization, manager, rep, customerId, relationshipId, customer);
    }

    public static async Task<(Guid CustomerId, Guid RelationshipId)> CustomerAsync(WebFixture web, GivenOrganization organization, GivenPerson rep, string name)
    {
        var now = web.Clock.GetUtcNow().ToUniversalTime();
        await using var db = web.Db(organization);
        var customer = Domain.Customers.Customer.Add(organization.Id, Guid.CreateVersion7(), name, false, null, now).Value;
        db.Add(customer);
        var relationship = db.OpenRelationship(customer, rep.Id, Climate.Cold, DateOnly.FromDateTime(now.Date), 1, now);
        await db.SaveChangesAsync();
        return (customer.Id, relationship.Id);
    }

    public DateTimeOffset Now => Web.Clock.GetUtcNow().ToUniversalTime();

    public TrustCoachDb Db() => Web.Db(Organization);

    /// <summary>Calls the service as one request would: with a context of its own.</summary>
    public async Task<T> AsAsync<T>(GivenPerson person, Func<TouchpointService, Actor, Task<T>> call)
    {
        var actor = await Web.ActorAsync(person);
        await using var scope = Web.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TrustCoachDb>().EnterAsync(Organization.Id, CancellationToken.None);
        return await call(scope.ServiceProvider.GetRequiredService<TouchpointService>(), actor);
    }

    public Task<Result<TouchpointDone>> LogAsync(LogTouchpoint command, GivenPerson? by = null) =>
        AsAsync(by ?? Rep, (service, actor) => service.LogAsync(actor, command, CancellationToken.None));

    public Task<Result<TouchpointDone>> LogAsync(Outcome? outcome, DateTimeOffset? at = null, GivenPerson? by = null) =>
        LogAsync(Command(new TouchpointDetails(outcome, at ?? Now)), by);

    public LogTouchpoint Command(TouchpointDetails details) => new(Guid.NewGuid(), details, RelationshipId);

    public Task<Result<TouchpointDone>?> CorrectAsync(Guid id, TouchpointDetails details, int version = 1, string? reason = "I mixed it up.", GivenPerson? by = null) =>
        AsAsync(by ?? Rep, (service, actor) => service.CorrectAsync(actor, new(id, version, details, reason), CancellationToken.None));

    public Task<Result<TouchpointDone>?> VoidAsync(Guid id, string? reason = "Wrong customer.", GivenPerson? by = null) =>
        AsAsync(by ?? Rep, (service, actor) => service.VoidAsync(actor, id, reason, CancellationToken.None));

    public Task<Result<TouchpointDone>?> UndoAsync(Guid id, GivenPerson? by = null) =>
        AsAsync(by ?? Rep, (service, actor) => service.UndoAsync(actor, id, CancellationToken.None));

    public async Task<Touchpoint> TouchpointAsync(Guid id)
    {
        await using var db = Db();
        return await db.Touchpoints.AsNoTracking().Include(t => t.Breakers).Include(t => t.Repairs).SingleAsync(t => t.Id == id);
    }

    public async Task<Standing> StandingAsync()
    {
        await using var db = Db();
        return await db.Standings.AsNoTracking().SingleAsync(s => s.RelationshipId == RelationshipId);
    }

    /// <summary>Fails unless the stored standing, the fold over the ledger and the closed form say the same.</summary>
    public async Task StandingFollowsFromLedgerAsync()
    {
        await using var db = Db();
        var stored = await db.Standings.AsNoTracking().SingleAsync(s => s.RelationshipId == RelationshipId);
        var evidence = (await db.Ledger.AsNoTracking().Where(e => e.RelationshipId == RelationshipId && e.Status == LedgerStatus.Counted).ToListAsync())
            .Select(e => e.Evidence).ToArray();
        var (rules, opening) = (ScoringRules.Default, stored.Opening);
        var day = evidence.Length == 0 ? DateOnly.FromDateTime(Now.Date).DayNumber : evidence.Max(e => e.Day) + 3;
        var read = ScoreReader.Read(stored, opening, 0.5, day, rules);
        var folded = ScoreReader.Read(Standing.Fold(evidence, rules), opening, 0.5, day, rules);
        var closed = ClosedForm.Read(evidence, opening, 0.5, day, rules);
        Same(read, folded);
        Same(read, closed);
        var met = await db.Touchpoints.AsNoTracking().Where(t => t.RelationshipId == RelationshipId).ToListAsync();
        stored.LastContactAt.Should().Be(met.Where(t => t.IsContact).Select(t => (DateTimeOffset?)t.HappenedAt).DefaultIfEmpty().Max());
    }

    private static void Same(Reading one, Reading other)
    {
        one.Credibility.Should().BeApproximately(other.Credibility, 1e-8);
        one.Trust.Should().BeApproximately(other.Trust, 1e-8);
        one.Forecast.Should().BeApproximately(other.Forecast, 1e-8);
        one.Judged.Should().Be(other.Judged);
        one.Stage.Should().Be(other.Stage);
    }
}
