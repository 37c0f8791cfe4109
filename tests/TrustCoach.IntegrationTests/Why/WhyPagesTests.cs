using System.Net;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.IntegrationTests.Why;

public sealed class WhyPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    public static TheoryData<string> Pages => ["why", "why?score=trust", "why/changes", "why/what-if", "history"];

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_page_answers_the_rep_and_the_manager_and_nobody_else(string part)
    {
        var scene = await GivenAsync(4);
        var url = $"/customers/{scene.CustomerId}/{part}";
        var ofRep = $"{url}{(part.Contains('?', StringComparison.Ordinal) ? '&' : '?')}rep={scene.Rep.Id}";
        (await StatusAsync(scene.Rep, url)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(scene.Manager, ofRep)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(await web.GivenARepAsync(scene.Organization), ofRep)).Should().Be(HttpStatusCode.NotFound);
        (await StatusAsync(await web.GivenAManagerAsync(scene.Organization), ofRep)).Should().Be(HttpStatusCode.NotFound);
        (await StatusAsync(await web.GivenAnAdminAsync(scene.Organization), ofRep)).Should().Be(HttpStatusCode.Forbidden);
        (await StatusAsync(await web.GivenARepAsync(await web.GivenAnOrganizationAsync()), url)).Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("why?on=2031-01-01", "not come yet"), InlineData("why?on=1999-01-01", "before it began"), InlineData("why?on=yesterday", "year-month-day")]
    [InlineData("why/changes?span=days&from=soon", "year-month-day"), InlineData("why/changes?span=days&from=1990-01-01", "before it began")]
    [InlineData("why/what-if?by=2099-01-01", "at most a year"), InlineData("why/what-if?met=many", "whole number"), InlineData("why/what-if?met=21", "between 0 and 20")]
    public async Task A_day_that_cannot_be_read_is_refused_beside_the_field_and_the_page_stays(string part, string message)
    {
        var scene = await GivenAsync(4);
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var response = await client.GetAsync(new Uri($"/customers/{scene.CustomerId}/{part}", UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var page = await response.ReadPageAsync();
        page.QuerySelector("[id$='-error']")!.TextContent.Should().Contain(message);
        page.QuerySelector("table, .read").Should().NotBeNull();
    }

    [Fact]
    public async Task Before_the_third_judged_encounter_no_page_shows_a_number()
    {
        var scene = await GivenAsync(2);
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var why = await client.GetPageAsync($"/customers/{scene.CustomerId}/why");
        why.QuerySelector("h1")!.TextContent.Should().Be("What counts so far");
        why.QuerySelectorAll(".points, .by-hand").Should().BeEmpty();
        using var changes = await client.GetPageAsync($"/customers/{scene.CustomerId}/why/changes");
        changes.QuerySelectorAll(".points").Should().BeEmpty();
    }

    [Fact]
    public async Task Hostile_words_are_shown_as_words()
    {
        var scene = await GivenAsync(3);
        await scene.LogAsync(scene.Command(new TouchpointDetails(Outcome.Met, scene.Now, Summary: "<script>alert(1)</script>")));
        using var client = await web.SignedInAsAsync(scene.Rep);
        foreach (var part in new[] { "why", "why/changes", "why/what-if", "history" })
        {
            var html = await client.GetStringAsync(new Uri($"/customers/{scene.CustomerId}/{part}", UriKind.Relative));
            html.Should().NotContain("<script>alert");
        }
    }

    [Fact]
    public async Task Histories_of_reps_and_teams_open_to_themselves_and_their_manager()
    {
        var scene = await GivenAsync(4);
        var rep = $"/reps/{scene.Rep.Id}/history";
        (await StatusAsync(scene.Rep, rep)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(scene.Manager, rep)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(await web.GivenARepAsync(scene.Organization), rep)).Should().Be(HttpStatusCode.NotFound);
        (await StatusAsync(scene.Manager, $"/team/{scene.Rep.TeamId}/history?weeks=all")).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(await web.GivenAManagerAsync(scene.Organization), $"/team/{scene.Rep.TeamId}/history")).Should().Be(HttpStatusCode.NotFound);
        (await StatusAsync(scene.Rep, $"/team/{scene.Rep.TeamId}/history")).Should().Be(HttpStatusCode.Forbidden);
    }

    private async Task<HttpStatusCode> StatusAsync(GivenPerson person, string url)
    {
        using var client = await web.SignedInAsAsync(person);
        using var response = await client.GetAsync(new Uri(url, UriKind.Relative));
        return response.StatusCode;
    }

    private async Task<Scene> GivenAsync(int events)
    {
        var scene = await Scene.SetAsync(web);
        for (var i = events; i > 0; i--)
            await scene.LogAsync(Outcome.Met, scene.Now.AddDays(-4 * i));
        return scene;
    }
}
