using System.Net;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Coaching;

public sealed class TeamPagesTests : IClassFixture<WebFixture>
{
    private readonly WebFixture _web;
    private readonly ManualClock _clock = new();

    public TeamPagesTests(WebFixture web)
    {
        _web = web;
        if (web.Clock is ManualClock shared)
            _clock = shared;
        web.Clock = _clock;
    }

    [Fact]
    public async Task A_manager_reads_who_to_talk_to_first_and_opens_the_sentence_in_one_click()
    {
        var team = await CoachedTeam.FoundAsync(_web.ConnectionString, clock: _clock);
        var rep = await team.AddRepAsync("Theo Marsh");
        var relationship = await team.AddRelationshipAsync(rep, (30, EvidenceKind.Met, 2), (20, EvidenceKind.Met, 2), (10, EvidenceKind.Met, 2));
        await team.AddPromiseAsync(relationship, dueDaysAgo: 9, severity: 1);
        using var client = await SignInAsync(team, team.Manager.PersonId, Roles.Manager);

        using var page = await client.GetPageAsync("/team");
        page.QuerySelector("h1")!.TextContent.Should().Be("Northern team");
        var hint = page.QuerySelectorAll("a").Single(a => a.TextContent.Contains("1 promise broken in 90 days", StringComparison.Ordinal));
        page.QuerySelectorAll("table th[scope=row]").Select(th => th.TextContent.Trim()).Should().Equal("Theo Marsh");
        page.Body!.TextContent.Should().Contain("For coaching, not for pay or dismissal alone.");

        using var sentences = await client.GetPageAsync(hint.GetAttribute("href")!);
        var sentence = sentences.QuerySelectorAll("main .row-title a").Single(a => a.TextContent == "Send the brochure");
        using var story = await client.GetPageAsync(sentence.GetAttribute("href")!);
        story.QuerySelector("h1")!.TextContent.Should().Be("Send the brochure", "the link leads to the promise that was broken");
    }

    [Fact]
    public async Task Every_link_of_a_rep_s_page_that_leads_to_the_team_pages_opens()
    {
        var team = await CoachedTeam.FoundAsync(_web.ConnectionString, clock: _clock);
        var rep = await team.AddRepAsync("Maya Okafor");
        await team.AddRelationshipAsync(rep, (40, EvidenceKind.Met, 2), (30, EvidenceKind.Missed, 3), (9, EvidenceKind.Missed, 3), (5, EvidenceKind.Gossip, 2));
        using var client = await SignInAsync(team, team.Manager.PersonId, Roles.Manager);

        using var page = await client.GetPageAsync($"/team/reps/{rep}");
        page.QuerySelector("h1")!.TextContent.Should().Be("Maya Okafor");
        var links = page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(href => href.StartsWith("/team", StringComparison.Ordinal) || href.StartsWith("/reps", StringComparison.Ordinal)).Where(href => !href.Contains("handler=Csv", StringComparison.Ordinal)).Distinct().ToList();
        links.Should().Contain(href => href.EndsWith("/traits/sincerity", StringComparison.Ordinal));
        foreach (var href in links)
        {
            using var linked = await client.GetPageAsync(href);
            linked.QuerySelector("h1").Should().NotBeNull(href);
        }
    }

    [Theory]
    [InlineData("/team?team={0}"), InlineData("/team/reps/{1}"), InlineData("/reps/{1}/traits/honesty")]
    [InlineData("/reps/{1}/reputation"), InlineData("/reps/{1}/roll-up"), InlineData("/team/roll-up?team={0}")]
    [InlineData("/team/at-risk?team={0}"), InlineData("/team/at-risk?rep={1}"), InlineData("/team/what-broke-trust?kind=lie&rep={1}")]
    public async Task What_belongs_to_others_is_not_found(string address)
    {
        var team = await CoachedTeam.FoundAsync(_web.ConnectionString, clock: _clock);
        var other = await CoachedTeam.FoundAsync(_web.ConnectionString, clock: _clock);
        var colleague = await team.AddManagerAsync("Piet Kuiper");
        var theirs = await team.AddTeamAsync("Southern team", colleague.PersonId);
        using var client = await SignInAsync(team, team.Manager.PersonId, Roles.Manager);
        foreach (var (foreign, rep) in new[] { (theirs, await team.AddRepAsync("Luis Ortega", theirs)), (other.Team, await other.AddRepAsync()) })
        {
            using var response = await client.GetAsync(new Uri(string.Format(null, address, foreign.Id, rep), UriKind.Relative));
            response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [InlineData("/team"), InlineData("/team/at-risk"), InlineData("/team/what-broke-trust")]
    public async Task A_rep_may_not_see_the_team_pages(string address)
    {
        var team = await CoachedTeam.FoundAsync(_web.ConnectionString, clock: _clock);
        using var client = await SignInAsync(team, await team.AddRepAsync(), Roles.Rep);
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Empty_pages_teach_and_odd_addresses_are_forgiven_or_not_found()
    {
        var team = await CoachedTeam.FoundAsync(_web.ConnectionString, clock: _clock);
        using var client = await SignInAsync(team, team.Manager.PersonId, Roles.Manager);
        using (var page = await client.GetPageAsync("/team?weeks=4&days=7&page=-3"))
            page.Body!.TextContent.Should().Contain("Nobody is in this team yet.");
        using (var page = await client.GetPageAsync("/team/what-broke-trust?after=nonsense"))
            page.Body!.TextContent.Should().Contain("Nothing of this kind was logged");
        using (var page = await client.GetPageAsync("/team/at-risk"))
            page.Body!.TextContent.Should().Contain("No relationship is at risk.");
        using var unknown = await client.GetAsync(new Uri("/team/what-broke-trust?kind=rudeness", UriKind.Relative));
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);

        using var alone = await SignInAsync(team, (await team.AddManagerAsync("Without Team")).PersonId, Roles.Manager);
        using var nothing = await alone.GetPageAsync("/team");
        nothing.Body!.TextContent.Should().Contain("You coach no team yet.");
    }

    private Task<HttpClient> SignInAsync(CoachedTeam team, Guid person, Roles roles) => _web.SignedInAsAsync(
        new GivenPerson(new GivenOrganization(team.OrganizationId, "Northern Foods", "Europe/Berlin"), person, "", "", roles, null));
}
