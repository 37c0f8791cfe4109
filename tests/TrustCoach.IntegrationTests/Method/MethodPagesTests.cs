using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Method;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Method;

/// <summary>The team's card: read, written, published and its versions.</summary>
public sealed class MethodPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Hostile = "<script>alert(1)</script>";

    [Fact]
    public async Task A_team_has_the_card_for_all_until_it_publishes_its_own()
    {
        var (team, client) = await GivenATeamAsync();
        using var _ = client;
        using (var page = await client.GetPageAsync($"/team/{team}/method"))
            page.Body!.TextContent.Should().Contain("Leave one small promise").And.Contain("No relationship began in the last year");
        using (var published = await client.SubmitAsync($"/team/{team}/method/edit", ("Input.Steps[0].Name", Hostile)))
            published.Headers.Location!.ToString().Should().Be($"/team/{team}/method");
        using (var page = await client.GetPageAsync($"/team/{team}/method"))
            page.Body!.TextContent.Should().Contain(Hostile).And.Contain("version 1");
        using (var history = await client.GetPageAsync($"/team/{team}/method/history"))
            history.Body!.TextContent.Should().Contain("reworded");
    }

    [Fact]
    public async Task Steps_are_added_moved_and_removed_without_a_script_and_nothing_typed_is_lost()
    {
        var (team, client) = await GivenATeamAsync();
        using var _ = client;
        var address = $"/team/{team}/method/edit";
        using var edit = await client.GetPageAsync(address);
        var fields = edit.QuerySelectorAll("form.card-form input[name]").Where(i => i.GetAttribute("type") != "checkbox")
            .GroupBy(i => i.GetAttribute("name")!).ToDictionary(g => g.Key, g => g.First().GetAttribute("value") ?? "");
        fields["Input.Steps[1].Name"] = "Typed and not published";

        var added = await PostAsync(client, $"{address}?handler=Add", fields);
        added.Keys.Count(k => k.EndsWith(".Name", StringComparison.Ordinal)).Should().Be(6);
        var moved = await PostAsync(client, $"{address}?handler=Move&at=1&by=-1", added);
        moved["Input.Steps[0].Name"].Should().Be("Typed and not published");
        moved["Input.Steps[0].Id"].Should().Be($"{StepCard.Default.Steps[1].Id}");
        var removed = await PostAsync(client, $"{address}?handler=Remove&at=0", moved);
        removed.Values.Should().NotContain("Typed and not published");
        foreach (var odd in new[] { "Move&at=99&by=1", "Move&at=-1&by=1", "Remove&at=77", "Move&at=0&by=-1" })
            (await PostAsync(client, $"{address}?handler={odd}", removed)).Should().Contain("Input.Steps[0].Name", removed["Input.Steps[0].Name"]);

        await using var db = Given.Db(web.ConnectionString, _organization);
        (await db.MethodCards.AnyAsync()).Should().BeFalse("only publishing makes a version");
    }

    [Fact]
    public async Task What_is_refused_stands_beside_its_field_with_all_that_was_typed()
    {
        var (team, client) = await GivenATeamAsync();
        using var _ = client;
        using var response = await client.SubmitAsync(
            $"/team/{team}/method/edit", ("Input.Steps[1].Name", " "), ("Input.Steps[3].How", "Typed all the same."));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var page = await response.ReadPageAsync();
        page.QuerySelector("[name='Input.Steps[1].Name']")!.GetAttribute("aria-invalid").Should().Be("true");
        page.QuerySelector("[name='Input.Steps[3].How']")!.GetAttribute("value").Should().Be("Typed all the same.");
        using var tooLong = await client.SubmitAsync($"/team/{team}/method/edit", ("Input.Steps[1].Name", new string('x', 5000)));
        tooLong.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Of_two_managers_who_publish_the_second_is_told_and_keeps_their_words()
    {
        var (team, client) = await GivenATeamAsync();
        using var _ = client;
        (await client.SubmitAsync($"/team/{team}/method/edit", ("Input.Steps[0].Name", "The first to publish"))).Dispose();

        using var second = await client.SubmitAsync($"/team/{team}/method/edit", ("Input.BasedOn", "0"), ("Input.Steps[0].Name", "The second to publish"));
        second.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var page = await second.ReadPageAsync();
        page.Body!.TextContent.Should().Contain("Somebody published another version").And.Contain("The first to publish");
        page.QuerySelector("[name='Input.Steps[0].Name']")!.GetAttribute("value").Should().Be("The second to publish");
        page.QuerySelector("[name='Input.BasedOn']")!.GetAttribute("value").Should().Be("1");

        using var same = await client.SubmitAsync($"/team/{team}/method/edit", ("Input.Steps[0].Name", "The first to publish"));
        same.StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using var db = Given.Db(web.ConnectionString, _organization);
        (await db.MethodCards.CountAsync()).Should().Be(1, "the same card again is no version");
    }

    [Theory, InlineData(""), InlineData("/edit"), InlineData("/history"), InlineData("/report"), InlineData("/report/rows")]
    public async Task What_belongs_to_others_is_not_found(string page)
    {
        var (team, client) = await GivenATeamAsync();
        using var _ = client;
        var (theirs, other) = await GivenATeamAsync();
        using var __ = other;
        using var response = await client.GetAsync(new Uri($"/team/{theirs}/method{page}", UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var mine = await client.GetAsync(new Uri($"/team/{team}/method{page}?page=-7&step=", UriKind.Relative));
        mine.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private Guid _organization;

    private async Task<(Guid Team, HttpClient Client)> GivenATeamAsync()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var manager = await web.GivenAManagerAsync(organization);
        _organization = organization.Id;
        return ((await web.GivenATeamAsync(organization, manager)).Id, await web.SignedInAsAsync(manager));
    }

    private static async Task<Dictionary<string, string>> PostAsync(HttpClient client, string url, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(new Uri(url, UriKind.Relative), content);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        using var page = await response.ReadPageAsync();
        return page.QuerySelectorAll("form.card-form input[name]").Where(i => i.GetAttribute("type") != "checkbox")
            .GroupBy(i => i.GetAttribute("name")!).ToDictionary(g => g.Key, g => g.First().GetAttribute("value") ?? "");
    }
}
