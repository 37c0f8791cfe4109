using System.Globalization;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Services.Coaching;

namespace TrustCoach.IntegrationTests.Coaching;

/// <summary>What the numbers of the team pages open.</summary>
public sealed class TeamRowsTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory, InlineData(30), InlineData(90)]
    public async Task A_bar_opens_exactly_as_many_sentences_as_it_says(int days)
    {
        var scene = await Scene.SetAsync(web);
        // On the first and the last day of the period, one before it, one of the period before.
        foreach (var ago in new[] { 0, 3, days - 1, days, (2 * days) - 1, 2 * days })
            await LogAsync(scene, ago, new(BreakerKind.Late, 2, MinutesLate: 20), new(BreakerKind.Gossip, 2));
        await LogAsync(scene, 1, new BreakerDetails(BreakerKind.Lie, 2));
        using var browser = await web.SignedInAsAsync(scene.Manager);

        using var page = await browser.GetPageAsync($"/team?days={days}");
        var bars = page.QuerySelectorAll(".bars li").Where(li => li.QuerySelector("a") is not null).ToList();
        bars.Select(bar => bar.QuerySelector("b")!.TextContent).Should().Equal("3", "3", "1");
        foreach (var bar in bars)
        {
            using var rows = await browser.GetPageAsync(bar.QuerySelector("a")!.GetAttribute("href")!);
            rows.QuerySelectorAll("main .rows > li").Should().HaveCount(int.Parse(bar.QuerySelector("b")!.TextContent, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Every_number_of_the_team_page_and_of_its_signals_opens_the_sentences_behind_it()
    {
        var scene = await Scene.SetAsync(web);
        foreach (var ago in Enumerable.Range(1, 8))
            await LogAsync(scene, 4 * ago, new BreakerDetails(BreakerKind.Late, 2, MinutesLate: 20));
        await PlanAsync(scene, closed: true);
        await PlanAsync(scene, closed: false);
        using var browser = await web.SignedInAsAsync(scene.Manager);

        using var page = await browser.GetPageAsync("/team");
        page.QuerySelectorAll(".stat").Should().HaveCount(6).And.OnlyContain(stat => stat.QuerySelector("a[href]") != null);
        page.QuerySelector(".stat:last-child")!.TextContent.Should().Contain("1 of 2");
        using var signals = await SignalsAsync(browser);
        signals.QuerySelectorAll("td .count:not(.count-0), td.numeric b").Where(number => number.TextContent.Trim() != "0")
            .Should().NotBeEmpty().And.OnlyContain(number => number.QuerySelector("a") != null || number.LocalName == "a");
        var links = page.QuerySelectorAll(".stat a, .bars a, table a.heat, .spread a").Concat(signals.QuerySelectorAll("a.count, td a"))
            .Select(a => a.GetAttribute("href")!).Distinct().ToList();
        links.Should().HaveCountGreaterThan(12);
        foreach (var href in links)
        {
            using var response = await browser.GetAsync(new Uri(href, UriKind.Relative));
            response.StatusCode.Should().Be(System.Net.HttpStatusCode.OK, href);
            using var rows = await response.ReadPageAsync();
            var sentences = rows.QuerySelectorAll("main .row-title a, main .empty p, main .timeline a, main tbody a");
            sentences.Should().NotBeEmpty(href);
        }
    }

    [Fact]
    public async Task A_number_of_a_week_opens_the_sentences_of_that_week()
    {
        var scene = await Scene.SetAsync(web);
        foreach (var ago in new[] { 1, 2, 9, 25 })
            await LogAsync(scene, ago, new BreakerDetails(BreakerKind.Exaggeration, 2));
        using var browser = await web.SignedInAsAsync(scene.Manager);

        using var signals = await SignalsAsync(browser);
        var cells = signals.QuerySelectorAll("a.count").Where(a => a.GetAttribute("href")!.Contains("kind=exaggeration", StringComparison.Ordinal)).ToList();
        cells.Sum(cell => int.Parse(cell.TextContent, CultureInfo.InvariantCulture)).Should().Be(4);
        foreach (var cell in cells)
        {
            using var rows = await browser.GetPageAsync(cell.GetAttribute("href")!);
            rows.QuerySelectorAll("main .rows > li").Should().HaveCount(int.Parse(cell.TextContent, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task What_a_dispute_holds_is_in_no_number_and_in_no_row()
    {
        var team = await CoachedTeam.FoundAsync(web.ConnectionString);
        var rep = await team.AddRepAsync();
        var kept = await team.AddRelationshipAsync(rep, (9, EvidenceKind.Met, 2), (8, EvidenceKind.Met, 2), (7, EvidenceKind.Met, 2));
        await using var db = team.Db();
        var page = await new TeamEventsQuery(db, team.Book, team.Clock).RunAsync(
            team.Manager, new TeamEventsAsked(null, rep, 30, [EvidenceKind.Met]), default);
        page!.Rows.Should().HaveCount(3).And.OnlyContain(row => row.RelationshipId == kept.Id);
        foreach (var entry in db.Ledger.Where(e => e.RelationshipId == kept.Id).OrderBy(e => e.Day).Take(1))
            entry.Hold();
        await db.SaveChangesAsync();
        (await new TeamEventsQuery(db, team.Book, team.Clock).RunAsync(
            team.Manager, new TeamEventsAsked(null, rep, 30, [EvidenceKind.Met]), default))!.Rows.Should().HaveCount(2);
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task The_rows_and_the_signals_cost_the_same_statements_whatever_the_size(int size)
    {
        var team = await CoachedTeam.FoundAsync(web.ConnectionString);
        (int, EvidenceKind, int)[] shaky = [(40, EvidenceKind.Met, 2), (30, EvidenceKind.Met, 2), (20, EvidenceKind.Missed, 2), (6, EvidenceKind.Late, 2), (5, EvidenceKind.Late, 2), (4, EvidenceKind.Late, 2)];
        for (var i = 0; i < size; i++)
            await team.AddRelationshipAsync(await team.AddRepAsync($"Rep {i:00}"), shaky);
        var first = (await team.PageAsync())!.Reps[0].RepId;

        (await CountAsync(team, db => new SignalsQuery(db, team.Book, team.Figures, team.Clock).RunAsync(team.Manager, team.Team.Id, null, default))).Should().BeLessThanOrEqualTo(12);
        (await CountAsync(team, db => new WithoutOutcomeQuery(db, team.Clock).RunAsync(team.Manager, null, null, null, 1, default))).Should().Be(2);
        (await CountAsync(team, db => new TeamEventsQuery(db, team.Book, team.Clock).RunAsync(team.Manager, new(null, null, null, [EvidenceKind.Late]), default))).Should().Be(3);
        foreach (var list in Enum.GetValues<RelationshipList>())
        {
            (await CountAsync(team, db => new TeamRelationshipsQuery(db, team.Book, team.Figures, team.Clock)
                .RunAsync(team.Manager, null, first, list, null, 1, default))).Should().BeInRange(2, 5, list.ToString());
        }
    }

    [Fact]
    public async Task Lists_of_relationships_are_paged_and_agree_with_the_page_of_the_team()
    {
        var team = await CoachedTeam.FoundAsync(web.ConnectionString);
        var rep = await team.AddRepAsync();
        for (var i = 0; i < 27; i++)
            await team.AddRelationshipAsync(rep, (40, EvidenceKind.Met, 2), (30, EvidenceKind.Met, 2), (20, EvidenceKind.Met, 2), (10, EvidenceKind.Met, 2));
        var figures = (await team.PageAsync())!.Figures;
        async Task<TeamRelationships> ListAsync(RelationshipList list, int page)
        {
            await using var db = team.Db();
            return (await new TeamRelationshipsQuery(db, team.Book, team.Figures, team.Clock).RunAsync(team.Manager, null, null, list, null, page, default))!;
        }

        foreach (var list in new[] { RelationshipList.All, RelationshipList.BecameCredible })
        {
            var (one, two) = (await ListAsync(list, 1), await ListAsync(list, 2));
            (one.Rows.Count, one.HasMore, two.Rows.Count, two.HasMore, two.Total).Should().Be((25, true, 2, false, 27), list.ToString());
            one.Rows.Concat(two.Rows).Select(r => r.RelationshipId).Should().OnlyHaveUniqueItems();
        }

        figures.BecameCredible.Should().Be(27);
        (await ListAsync(RelationshipList.NearTheCliff, 99)).Rows.Should().BeEmpty();
    }

    private static async Task<AngleSharp.Dom.IDocument> SignalsAsync(HttpClient browser)
    {
        using var start = await browser.GetAsync(new Uri("/team/signals", UriKind.Relative));
        return await browser.GetPageAsync(start.Headers.Location!.ToString());
    }

    private static async Task<int> CountAsync<T>(CoachedTeam team, Func<Services.Data.TrustCoachDb, Task<T>> read)
    {
        var counter = new CommandCounter();
        await using var db = team.Db(counter);
        (await read(db)).Should().NotBeNull();
        return counter.Count;
    }

    private static async Task LogAsync(Scene scene, int daysAgo, params BreakerDetails[] breakers) =>
        (await scene.LogAsync(scene.Command(new TouchpointDetails(Outcome.Courtesy, scene.Now.AddDays(-daysAgo), Summary: $"Met {daysAgo} days ago.") { Breakers = [.. breakers] })))
            .Refused(out _, out _).Should().BeFalse();

    // A plan of three days ago, written down a day before it.
    private static async Task PlanAsync(Scene scene, bool closed)
    {
        var at = scene.Now.AddDays(-3);
        var planned = Touchpoint.Log(
            new TouchpointOf(scene.Organization.Id, Guid.CreateVersion7(), scene.RelationshipId, scene.Rep.Id, scene.CustomerId, scene.Rep.Id, EvidenceLevel.SelfReported, Guid.NewGuid()),
            new TouchpointDetails(null, at, Expectation: "A plan for the dock."), TimeZoneInfo.Utc, at.AddDays(-1)).Value;
        await using (var db = scene.Db())
        {
            db.Add(planned);
            await db.SaveChangesAsync();
        }

        if (closed)
            (await scene.CorrectAsync(planned.Id, new TouchpointDetails(Outcome.Met, at, Expectation: "A plan for the dock."), reason: null))!.Value.Refused(out _, out _).Should().BeFalse();
    }
}
