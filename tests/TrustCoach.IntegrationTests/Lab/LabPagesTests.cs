using System.Net;
using AngleSharp.Dom;
using TrustCoach.Domain.Lab;
using TrustCoach.Domain.People;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Lab;

public sealed class LabPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task The_guided_game_is_played_to_its_end_with_forms_and_links_alone()
    {
        using var browser = await web.SignedInAsAsync(await web.GivenAPersonAsync(await web.GivenAnOrganizationAsync(), Roles.Rep));
        var page = await browser.GetPageAsync("/lab");
        var (moves, announced) = (0, 0);
        while (page.QuerySelector("#chapter")!.TextContent != Chapter.All[^1].Title)
        {
            var next = Next(page);
            moves += page.QuerySelector(".lesson") is null ? 1 : 0;
            page = await browser.GetPageAsync(next);
            announced += page.QuerySelector("[role=status][autofocus]") is null ? 0 : 1;
        }

        moves.Should().Be(Chapter.All.Sum(chapter => chapter.Steps));
        announced.Should().Be(moves, "each is said to who hears the page");
        page.Body!.TextContent.Should().Contain("in 28 of 28 encounters").And.Contain("noise or breach?").And.Contain("When to forgive");
        page.QuerySelectorAll("figure.shares table tbody tr").Length.Should().BeGreaterThan(20, "every chart has its table");
    }

    [Theory]
    [InlineData("/lab?Input.Moves=kkz", "begins anew"), InlineData("/lab?Input.Noise=101", "share from 0 to 100"), InlineData("/lab?Input.Noise=much", "much"), InlineData("/lab?Input.Seed=-4", "Choose from 0")]
    [InlineData("/lab/play?Input.Who=nobody", "from the list"), InlineData("/lab/play?Input.Moves=kx", "begins anew"), InlineData("/lab/play?Input.Moves=kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk", "40 encounters at most")]
    [InlineData("/lab/tournament?Input.Altruist=2&Input.Rounds=0", "Choose from 1 to 1000 rounds."), InlineData("/lab/tournament?Input.Altruist=2&Input.Rounds=100000", "1000 rounds"), InlineData("/lab/tournament?Input.Altruist=201", "too many")]
    [InlineData("/lab/tournament?Input.Altruist=-1", "below 0"), InlineData("/lab/tournament?Input.Altruist=99999999999999", "99999999999999"), InlineData("/lab/tournament?Input.Altruist=1", "two players at least")]
    [InlineData("/lab/tournament?Input.Altruist=100&Input.Drawn=100&Input.Rounds=1000&Input.Repetitions=100", "million is the limit"), InlineData("/lab/tournament?Input.Altruist=2&Input.Temptation=2", "nobody is tempted")]
    [InlineData("/lab/tournament?handler=Csv&Input.Altruist=1", "two players at least"), InlineData("/lab/population?Input.Altruist=5", "at least two"), InlineData("/lab/population?Input.Altruist=2147483647&Input.Cheater=2147483647", "too many")]
    [InlineData("/lab/population?Input.Altruist=5&Input.Cheater=5&Input.Generations=x&Input.Noise=-1", "share from 0 to 100")]
    public async Task What_cannot_be_played_is_said_beside_its_field_and_on_a_whole_page(string url, string words)
    {
        using var browser = await web.SignedInAsAsync(await web.GivenAPersonAsync(await web.GivenAnOrganizationAsync(), Roles.Rep));
        using var response = await browser.GetAsync(new Uri(url, UriKind.Relative));
        using var page = await response.ReadPageAsync();

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        page.QuerySelector(".errors")!.TextContent.Should().Contain(words);
        page.QuerySelectorAll("main form").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/lab/tournament?Input.Altruist=1&Input.Random=3&Input.Learner=2&Input.Noise=100&Input.Rounds=7"), InlineData("/lab/tournament?Input.Reciprocator=2&Input.Cheater=1&Input.Noise=0&Input.Rounds=1000&Input.Repetitions=100")]
    [InlineData("/lab/population?Input.Altruist=30&Input.Cheater=20&Input.Reciprocator=50&Input.Dynamics=Finite&Input.Seed=9"), InlineData("/lab/population?Input.Altruist=1&Input.Cheater=1&Input.Generations=1&Input.Noise=100")]
    public async Task The_same_link_shows_the_same_result_to_everybody_and_as_a_file(string url)
    {
        var organization = await web.GivenAnOrganizationAsync();
        var shown = new List<string>();
        foreach (var role in new[] { Roles.Rep, Roles.Manager, Roles.Admin })
        {
            using var browser = await web.SignedInAsAsync(await web.GivenAPersonAsync(organization, role));
            using var page = await browser.GetPageAsync(url);
            shown.Add(page.QuerySelector("main table tbody")!.TextContent);
            using var csv = await browser.GetAsync(new Uri(url + "&handler=Csv", UriKind.Relative));
            csv.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
            shown.Add("file " + await csv.Content.ReadAsStringAsync());
        }

        shown.Distinct().Should().HaveCount(2, "one page and one file for all three");
    }

    [Fact]
    public async Task Somebody_hidden_is_named_when_asked_for_and_not_before()
    {
        using var browser = await web.SignedInAsAsync(await web.GivenAPersonAsync(await web.GivenAnOrganizationAsync(), Roles.Rep));
        using var hidden = await browser.GetPageAsync("/lab/play?Input.Who=hidden&Input.Seed=12&Input.Moves=kkckk");
        hidden.QuerySelectorAll(".said .row-note, .encounters .row-note").Should().BeEmpty("why they do it would tell who they are");
        using var known = await browser.GetPageAsync(hidden.QuerySelectorAll("main a").Single(link => link.TextContent.StartsWith("Say who", StringComparison.Ordinal)).GetAttribute("href")!);

        Strategies.Types.Select(type => $"With: {type.Name.ToLowerInvariant()}").Should().Contain(known.QuerySelector("#with")!.TextContent);
        known.QuerySelectorAll(".encounters .row-note").Should().HaveCount(5);
    }

    // Keeps every word and always asks; goes on where a chapter is over.
    private static string Next(IDocument page)
    {
        if (page.QuerySelector(".lesson a.primary") is { } link)
            return link.GetAttribute("href")!;
        var answer = page.QuerySelector("[data-move=keep]") ?? page.QuerySelector("[data-move=ask]")!;
        var form = answer.Closest("form")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]").Append(answer).Select(field => $"{field.GetAttribute("name")}={Uri.EscapeDataString(field.GetAttribute("value")!)}");
        return $"/lab?{string.Join('&', hidden)}";
    }
}
