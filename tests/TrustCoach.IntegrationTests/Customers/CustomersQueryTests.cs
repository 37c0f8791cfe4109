using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Customers;

namespace TrustCoach.IntegrationTests.Customers;

public sealed class CustomersQueryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("kestrel")]
    [InlineData("KESTR")]
    [InlineData("Kestrl")]
    [InlineData("ketsrel")]
    [InlineData("söhne")]
    [InlineData("sohne")]
    [InlineData("Brandt")]
    [InlineData("ilse brant")]
    public async Task A_name_is_found_by_its_parts_with_typing_errors_and_without_accents(string typed)
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();
        var done = await kit.CustomerAsync(rep, "Kestrel & Söhne", "Ilse Brandt");
        await kit.CustomerAsync(rep, "Northwind Freight", "Dana Reyes");

        (await RowsAsync(kit, rep, new(typed))).Select(r => r.CustomerId).Should().Equal(done.CustomerId);
    }

    [Fact]
    public async Task Names_alike_are_said_to_be_alike_and_signs_of_a_pattern_are_letters()
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();
        await kit.CustomerAsync(rep, "Kestrel Foods");

        (await PageAsync(kit, rep, new("kestrel"))).Near.Should().BeFalse();
        (await PageAsync(kit, rep, new("kestrl"))).Near.Should().BeTrue();
        (await RowsAsync(kit, rep, new("%"))).Should().BeEmpty();
        (await RowsAsync(kit, rep, new("k_strel f"))).Should().HaveCountLessThanOrEqualTo(1);
        (await RowsAsync(kit, rep, new("\0"))).Should().ContainSingle("nothing was asked for");
    }

    [Theory]
    [InlineData(CustomerSort.Name)]
    [InlineData(CustomerSort.Contact)]
    [InlineData(CustomerSort.Quiet)]
    [InlineData(CustomerSort.Opened)]
    public async Task Page_by_page_every_customer_comes_once_in_order(CustomerSort sort)
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();
        var all = new List<Guid>();
        for (var i = 0; i < 57; i++)
        {
            // Names, days and contacts come more than once: only the id tells them apart.
            var done = await kit.CustomerAsync(rep, i % 3 == 0 ? "Same Name" : $"Customer {i % 10}");
            if (i % 4 == 0)
                await kit.LogAsync(rep, done, i % 8, Outcome.Met);
            all.Add(done.CustomerId);
        }

        var rows = new List<CustomerRow>();
        string? after = null;
        do
        {
            var page = await PageAsync(kit, rep, new(Sort: sort, After: after));
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);

        rows.Select(r => r.CustomerId).Should().BeEquivalentTo(all).And.OnlyHaveUniqueItems();
        switch (sort)
        {
            case CustomerSort.Name:
                rows.Select(r => r.Name).Should().BeInAscendingOrder();
                break;
            case CustomerSort.Contact:
                rows.Select(r => r.LastContact ?? default).Should().BeInDescendingOrder();
                break;
            case CustomerSort.Quiet:
                rows.Select(r => r.LastContact ?? default).Should().BeInAscendingOrder();
                break;
        }
    }

    [Fact]
    public async Task A_cursor_that_means_nothing_begins_at_the_start()
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();
        await kit.CustomerAsync(rep);

        foreach (var cursor in (string[])["x", "%00", "QUJD", new string('A', 2000), "'; --"])
            (await RowsAsync(kit, rep, new(After: cursor))).Should().ContainSingle();
    }

    [Fact]
    public async Task Filters_show_what_they_say()
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();
        var quiet = await kit.CustomerAsync(rep, "Quiet");
        kit.Clock.Advance(TimeSpan.FromDays(60));
        var burned = await kit.CustomerAsync(rep, "Burned", burned: true);
        var risky = await kit.CustomerAsync(rep, "Risky");
        for (var day = 4; day > 0; day--)
            await kit.LogAsync(rep, risky, day, Outcome.Missed);
        var good = await kit.CustomerAsync(rep, "Good");
        for (var day = 4; day > 0; day--)
            await kit.LogAsync(rep, good, day, Outcome.Met);

        (await RowsAsync(kit, rep, new(Show: CustomerShow.Quiet))).Select(r => r.CustomerId).Should().Equal(quiet.CustomerId);
        (await RowsAsync(kit, rep, new(Show: CustomerShow.Burned))).Select(r => r.CustomerId).Should().Equal(burned.CustomerId);
        (await RowsAsync(kit, rep, new(Stage: Stage.AtRisk))).Select(r => r.CustomerId).Should().Equal(risky.CustomerId);
        (await RowsAsync(kit, rep, new(Stage: Stage.Credible))).Select(r => r.CustomerId).Should().Equal(good.CustomerId);
    }

    [Fact]
    public async Task A_rep_sees_their_own_a_manager_the_teams_and_an_admin_all_without_scores()
    {
        var kit = await Kit.InAsync(database);
        var (manager, team) = await kit.ManagerAsync();
        var (own, other) = (await kit.RepAsync(team), await kit.RepAsync());
        await kit.CustomerAsync(own, "Ours");
        await kit.CustomerAsync(other, "Theirs");

        (await RowsAsync(kit, own, new())).Select(r => r.Name).Should().Equal("Ours");
        (await RowsAsync(kit, own, new(RepId: other.Id))).Should().BeEmpty();
        (await RowsAsync(kit, manager, new())).Select(r => r.Name).Should().Equal("Ours");
        var seenByAdmin = await RowsAsync(kit, await kit.AdminAsync(), new());
        seenByAdmin.Select(r => r.Name).Should().Equal("Ours", "Theirs");
        seenByAdmin.Should().OnlyContain(r => r.Reading == null);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    public async Task Costs_three_statements_whatever_it_shows(int rows)
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();
        for (var i = 0; i < rows; i++)
            await kit.LogAsync(rep, await kit.CustomerAsync(rep), 2, Outcome.Met);
        var counter = new CommandCounter();

        var page = await kit.WithAsync(db => kit.List(db).RunAsync(kit.Actor(rep), new(), CancellationToken.None), counter);

        page.Rows.Should().HaveCount(rows).And.OnlyContain(r => r.Reading != null);
        counter.Count.Should().Be(3);
    }

    [Fact]
    public async Task The_scores_are_those_of_the_whole_reading()
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();
        for (var i = 0; i < 6; i++)
        {
            var done = await kit.CustomerAsync(rep);
            for (var event_ = 0; event_ <= 2 * i; event_++)
                await kit.LogAsync(rep, done, 40 - event_, (event_ + i) % 3 == 0 ? Outcome.Missed : Outcome.Met);
            if (i % 2 == 0)
                await kit.PromiseAsync(rep, done, -20 - i);
        }

        var today = kit.Actor(rep).Today(kit.Now);
        var whole = await kit.WithAsync(db => kit.Readings(db).RunAsync([rep.Id], today, 1, CancellationToken.None));
        var few = await kit.WithAsync(async db => await kit.FewReadings(db).RunAsync(await db.Standings.AsNoTracking().ToListAsync(), today, 1, CancellationToken.None));

        few.Should().HaveCount(6);
        foreach (var (id, reading) in few)
        {
            reading.Rho.Should().BeApproximately(whole[id].Rho, 1e-9);
            reading.Reading.Credibility.Should().BeApproximately(whole[id].Reading.Credibility, 1e-9);
            reading.Reading.Stage.Should().Be(whole[id].Reading.Stage);
        }
    }

    private static Task<CustomersPage> PageAsync(Kit kit, GivenPerson by, CustomersAsked asked) =>
        kit.WithAsync(db => kit.List(db).RunAsync(kit.Actor(by), asked, CancellationToken.None));

    private static async Task<IReadOnlyList<CustomerRow>> RowsAsync(Kit kit, GivenPerson by, CustomersAsked asked) => (await PageAsync(kit, by, asked)).Rows;
}
