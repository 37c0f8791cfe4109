using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.IntegrationTests.Infrastructure;
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

    // A Sunday night, the turn of the year, both ends of summer time, and a leap day.
    [Theory]
    [InlineData("2026-06-18T12:00:00Z")]
    [InlineData("2026-06-21T23:50:00Z")]
    [InlineData("2027-01-01T00:10:00Z")]
    [InlineData("2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25T01:30:00Z")]
    [InlineData("2028-02-29T07:00:00Z")]
    public async Task The_same_day_gives_the_same_stories(string moment)
    {
        var now = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        var (first, second) = (new TestDatabase(), new TestDatabase());
        await Task.WhenAll(first.InitializeAsync(), second.InitializeAsync());
        try
        {
            await DemoDatabase.MakeAsync(first.ConnectionString, now);
            await DemoDatabase.MakeAsync(second.ConnectionString, now);

            var facts = await DemoDatabase.FactsAsync(first.ConnectionString);
            facts.Should().HaveCountGreaterThan(2000);
            facts.Should().Equal(await DemoDatabase.FactsAsync(second.ConnectionString));
        }
        finally
        {
            await Task.WhenAll(first.DisposeAsync(), second.DisposeAsync());
        }
    }
}
