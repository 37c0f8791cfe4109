using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Services.Promises;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Promises;

/// <summary>The app on a clock that stands at Wednesday 2 September 2026, 11:00 in Berlin.</summary>
public sealed class PromisePageFixture : WebFixture
{
    public static readonly DateOnly Wednesday = new(2026, 9, 2);

    public PromisePageFixture() => Clock = Hands;

    public ManualClock Hands { get; } = new();

    public async Task<Relationship> GivenACustomerAsync(GivenPerson rep, string name = "Kestrel Foods", bool archived = false)
    {
        await using var db = this.Db(rep.Organization);
        var customer = Customer.Add(rep.Organization.Id, Guid.CreateVersion7(), name, false, null, Hands.Now).Value;
        if (archived)
            customer.Archive(Hands.Now);
        var relationship = Relationship.Open(rep.Organization.Id, Guid.CreateVersion7(), rep.Id, customer.Id, Climate.Cold, Wednesday.AddDays(-100));
        db.AddRange(customer, relationship, new Standing(rep.Organization.Id, relationship.Id, rep.Id));
        await db.SaveChangesAsync();
        return relationship;
    }

    public async Task<Guid> GivenAPromiseAsync(
        GivenPerson rep, Relationship relationship, int dueIn = 2, string text = "Send the depot audit", TimeOnly? at = null, string? condition = null,
        Direction direction = Direction.Ours)
    {
        var actor = await this.ActorAsync(rep);
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterAsync(rep.Organization.Id, default);
        var made = await scope.ServiceProvider.GetRequiredService<PromiseService>().MakeAsync(
            actor, new(relationship.Id, new(direction, text, Domain.Days.Of(Hands.Now, actor.Zone).AddDays(dueIn), at, condition)), default);
        return made.Value;
    }

    public async Task<(GivenPerson Rep, Relationship Relationship, HttpClient Client)> GivenARepAtWorkAsync()
    {
        var rep = await this.GivenARepAsync(await this.GivenAnOrganizationAsync());
        return (rep, await GivenACustomerAsync(rep), await this.SignedInAsAsync(rep));
    }

    /// <summary>A context of the rep's organization whose statements are counted.</summary>
    public TrustCoachDb Counted(GivenPerson rep, CommandCounter counter) => new(
        new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql(ConnectionString).AddInterceptors(counter).Options, CurrentOrganization.Of(rep.Organization.Id));

    public async Task<Promise> LoadAsync(GivenPerson rep, Guid id)
    {
        await using var db = this.Db(rep.Organization);
        return (await db.Promises.FindAsync(rep.Organization.Id, id))!;
    }
}
