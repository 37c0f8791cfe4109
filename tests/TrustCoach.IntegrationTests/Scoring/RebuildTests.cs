using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Isolation;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Scoring;

public sealed class RebuildTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Finds_nothing_to_do_where_all_is_well_and_mends_what_is_not()
    {
        var world = await World.MakeAsync(web);
        (await RebuildAsync(world)).Should().Be(new RebuildReport(1, 0, 1));

        await using (var db = web.Db(world.Organization))
        {
            await db.Database.ExecuteSqlAsync($"update standings set kept_c = 0, judged = 7 where organization_id = {world.Organization.Id}");
            await db.Database.ExecuteSqlAsync($"update rep_tallies set met = 99 where organization_id = {world.Organization.Id}");
        }

        (await RebuildAsync(world)).Differed.Should().Be(1);
        (await RebuildAsync(world)).Differed.Should().Be(0);
        await using (var db = web.Db(world.Organization))
        {
            (await db.Standings.SingleAsync()).Judged.Should().Be(1);
            (await db.RepTallies.SingleAsync()).Met.Should().Be(1);
        }
    }

    private async Task<RebuildReport> RebuildAsync(World world)
    {
        await using var scope = web.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TrustCoachDb>().EnterAsync(world.Organization.Id, CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<RebuildService>().RunAsync(CancellationToken.None);
    }
}
