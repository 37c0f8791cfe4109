using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Services.Demo;

namespace TrustCoach.IntegrationTests.Demo;

public sealed class DemoMakingTests
{
    [Fact]
    public async Task Two_instances_at_once_make_one_demo()
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        try
        {
            var outcomes = await Task.WhenAll(
                DemoDatabase.MakeAsync(database.ConnectionString, DemoDatabase.Now), DemoDatabase.MakeAsync(database.ConnectionString, DemoDatabase.Now));

            outcomes.Should().BeEquivalentTo([DemoOutcome.Made, DemoOutcome.AlreadyHere]);
            await using var db = Given.Db(database.ConnectionString, DemoOrganization.Id);
            (await db.People.CountAsync(p => p.Roles == Roles.Rep)).Should().Be(12);
        }
        finally
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Weeks_counted_by_an_earlier_version_become_the_days_that_were_logged()
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        try
        {
            await DemoDatabase.MakeAsync(database.ConnectionString, DemoDatabase.Now);
            var logged = await DaysAsync(database.ConnectionString);
            var options = new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql(database.ConnectionString).Options;
            await using (var owner = new TrustCoachDb(options, CurrentOrganization.Owner))
            {
                await owner.GetService<IMigrator>().MigrateAsync("20261122161707_OpportunitiesByStep");
                (await owner.Database.SqlQuery<long>($"select count(*) as \"Value\" from rep_tallies where extract(isodow from week) <> 1").SingleAsync()).Should().Be(0);
                await owner.Database.MigrateAsync();
            }

            (await DaysAsync(database.ConnectionString)).Should().BeEquivalentTo(logged, days => days.WithStrictOrdering());
        }
        finally
        {
            await database.DisposeAsync();
        }
    }

    private static async Task<List<RepTally>> DaysAsync(string connectionString)
    {
        await using var db = Given.Db(connectionString, DemoOrganization.Id);
        return await db.RepTallies.AsNoTracking().OrderBy(t => t.RepId).ThenBy(t => t.Day).ToListAsync();
    }

    [Fact]
    public async Task A_database_that_somebody_works_in_gets_no_demo()
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        try
        {
            await Given.OrganizationAsync(database.ConnectionString);

            (await DemoDatabase.MakeAsync(database.ConnectionString, DemoDatabase.Now)).Should().Be(DemoOutcome.InUse);

            await using var db = Given.Db(database.ConnectionString, DemoOrganization.Id);
            (await db.People.AnyAsync()).Should().BeFalse();
        }
        finally
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_same_day_gives_the_same_stories()
    {
        var (first, second) = (new TestDatabase(), new TestDatabase());
        await Task.WhenAll(first.InitializeAsync(), second.InitializeAsync());
        try
        {
            await DemoDatabase.MakeAsync(first.ConnectionString, DemoDatabase.Now);
            await DemoDatabase.MakeAsync(second.ConnectionString, DemoDatabase.Now);

            var facts = await DemoDatabase.FactsAsync(first.ConnectionString);
            facts.Should().HaveCountGreaterThan(2000);
            facts.Should().Equal(await DemoDatabase.FactsAsync(second.ConnectionString));
        }
        finally
        {
            await Task.WhenAll(first.DisposeAsync(), second.DisposeAsync());
        }
    }

    // A Sunday night, the turn of the year, both ends of summer time, and a leap day.
    [Theory]
    [InlineData("2026-06-21T23:50:00Z")]
    [InlineData("2027-01-01T00:10:00Z")]
    [InlineData("2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25T01:30:00Z")]
    [InlineData("2028-02-29T07:00:00Z")]
    public async Task It_can_be_made_on_any_day(string moment)
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        try
        {
            var now = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

            (await DemoDatabase.MakeAsync(database.ConnectionString, now)).Should().Be(DemoOutcome.Made);

            await using var db = Given.Db(database.ConnectionString, DemoOrganization.Id);
            (await db.Touchpoints.AnyAsync(t => t.Outcome != Outcome.Pending && t.HappenedAt > now)).Should().BeFalse();
            (await db.Ledger.AnyAsync(e => e.RecordedAt > now)).Should().BeFalse();
        }
        finally
        {
            await database.DisposeAsync();
        }
    }
}
