using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using TrustCoach.Domain.Promises;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Promises;

namespace TrustCoach.IntegrationTests.Promises;

public sealed class ClockWorkerTests(PromisePageFixture web) : IClassFixture<PromisePageFixture>
{
    [Fact]
    public async Task Only_the_instance_that_has_the_lock_books()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        var id = await web.GivenAPromiseAsync(rep, await web.GivenACustomerAsync(rep));
        web.Hands.Advance(TimeSpan.FromDays(12));
        var worker = web.Services.GetServices<IHostedService>().OfType<ClockWorker>().Single();
        await using (var other = new NpgsqlConnection(web.ConnectionString))
        {
            await other.OpenAsync();
            await using var take = new NpgsqlCommand("select pg_advisory_lock(7421)", other);
            await take.ExecuteNonQueryAsync();
            (await worker.RunOnceAsync(default)).Should().BeNull();
            (await web.LoadAsync(rep, id)).State.Should().Be(PromiseState.Open);
            await using var release = new NpgsqlCommand("select pg_advisory_unlock(7421)", other);
            await release.ExecuteNonQueryAsync();
        }

        (await worker.RunOnceAsync(default)).Should().Be(1);
        (await worker.RunOnceAsync(default)).Should().Be(0);
        (await web.LoadAsync(rep, id)).State.Should().Be(PromiseState.Broken);
    }
}
