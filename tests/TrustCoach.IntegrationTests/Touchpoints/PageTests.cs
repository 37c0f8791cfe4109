using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Touchpoints;

public sealed class PageTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Hostile = "<script>alert(1)</script>'; drop table touchpoints; --";

    [Fact]
    public async Task Two_fields_log_and_lead_to_the_customer_with_an_undo()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var response = await client.SubmitAsync($"/log?customer={scene.CustomerId}", ("Input.Outcome", "Met"));

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().Should().Be($"/customers/{scene.CustomerId}");
        using var undone = await client.SubmitAsync($"/customers/{scene.CustomerId}", form => form.HasAttribute("data-undo"));
        undone.StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using var db = scene.Db();
        (await db.Touchpoints.SingleAsync()).VoidedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task A_refused_form_keeps_every_word_and_its_key()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var response = await client.SubmitAsync($"/log?customer={scene.CustomerId}", ("Input.Summary", Hostile), ("Input.Key", "5f0e9a3e-1111-4222-8333-444455556666"));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var html = await response.Content.ReadAsStringAsync();
        html.Should().Contain("Say how it went").And.NotContain("<script>alert").And.Contain("5f0e9a3e-1111-4222-8333-444455556666");
        using var page = await response.ReadPageAsync();
        page.QuerySelector("textarea[name='Input.Summary']")!.TextContent.Trim().Should().Be(Hostile);
    }

    [Theory]
    [InlineData("/log?handler=Find", ""), InlineData("/log?handler=Find", "kestrel"), InlineData("/log", "kestrel")]
    public async Task Searching_for_a_customer_keeps_what_is_typed_and_judges_nothing(string action, string search)
    {
        var scene = await Scene.SetAsync(web, customer: "Kestrel Foods");
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var form = await client.GetPageAsync("/log");
        using var sent = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = form.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            ["Input.Key"] = "5f0e9a3e-1111-4222-8333-444455556666",
            ["Input.Outcome"] = "Met",
            ["Input.Summary"] = Hostile,
            ["Input.Promise.DueDay"] = "next Friday",
            ["q"] = search,
            ["Searched"] = "",
        });
        using var response = await client.PostAsync(new Uri(action, UriKind.Relative), sent);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        using var page = await response.ReadPageAsync();
        page.QuerySelector("textarea[name='Input.Summary']")!.TextContent.Trim().Should().Be(Hostile);
        page.QuerySelector("input[name='Input.Promise.DueDay']")!.GetAttribute("value").Should().Be("next Friday");
        page.QuerySelector("input[name='Input.Outcome'][value=Met]")!.HasAttribute("checked").Should().BeTrue();
        page.QuerySelector("input[name='Searched']")!.GetAttribute("value").Should().Be(search.Length == 0 ? null : search);
        page.QuerySelectorAll("main .error, main .errors").Should().BeEmpty();
        page.Body!.TextContent.Should().Contain("Kestrel Foods");
        await using var db = scene.Db();
        (await db.Touchpoints.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_manager_who_looks_at_a_rep_s_customer_logs_there()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Manager);
        using var customer = await client.GetPageAsync($"/customers/{scene.CustomerId}?rep={scene.Rep.Id}");
        var log = customer.QuerySelector(".page-actions a[href^='/log']")!.GetAttribute("href")!;
        using var response = await client.SubmitAsync(log, ("Input.Outcome", "Met"));

        response.Headers.Location!.OriginalString.Should().Be($"/customers/{scene.CustomerId}?rep={scene.Rep.Id}");
        await using var db = scene.Db();
        (await db.Touchpoints.SingleAsync()).RelationshipId.Should().Be(scene.RelationshipId);
        var promise = customer.QuerySelector(".page-actions a[href^='/promises/new']")!.GetAttribute("href")!;
        using var form = await client.GetPageAsync(promise);
        form.QuerySelector("option[selected]")!.GetAttribute("value").Should().Be($"{scene.RelationshipId}");
    }

    [Fact]
    public async Task Nothing_picked_names_the_customer_field()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var response = await client.SubmitAsync("/log", ("Input.Outcome", "Missed"));
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Contain("Pick the customer.");
    }

    [Theory]
    [InlineData("Input.Outcome", "Splendid")]
    [InlineData("Input.Outcome", "9")]
    [InlineData("Input.Channel", "77")]
    [InlineData("Input.HappenedAt", "yesterday-ish")]
    [InlineData("Input.HappenedAt", "yesterday 10am")]
    [InlineData("Input.HappenedAt", "2027-02-30T10:00")]
    [InlineData("Input.HappenedAt", "0001-01-01T00:00")]
    [InlineData("Input.HappenedAt", "9999-12-31T23:59")]
    [InlineData("Input.MissSeverity", "8")]
    [InlineData("Input.Breakers.Late.MinutesLate", "-5")]
    [InlineData("Input.Promise.Text", "Without a date")]
    [InlineData("Input.RelationshipId", "0e6c8f0e-0000-4000-8000-000000000000")]
    [InlineData("Input.ContactId", "0e6c8f0e-0000-4000-8000-000000000000")]
    public async Task Refuses_values_out_of_range_beside_the_form(string field, string value)
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        var fields = new List<(string, string)> { ("Input.Outcome", "Met"), (field, value) };
        if (field == "Input.Outcome")
            fields.RemoveAt(0);
        using var response = await client.SubmitAsync($"/log?customer={scene.CustomerId}", [.. fields]);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        await using var db = scene.Db();
        (await db.Touchpoints.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task The_search_finds_a_customer_by_part_of_the_name()
    {
        var scene = await Scene.SetAsync(web, customer: "Zürcher Öl 100%");
        using var client = await web.SignedInAsAsync(scene.Rep);
        foreach (var (typed, found) in new[] { ("zurch", true), ("OL 100%", true), ("%%", false), ("' or 1=1", false) })
        {
            using var page = await client.GetPageAsync($"/log?handler=Who&q={Uri.EscapeDataString(typed)}");
            page.QuerySelectorAll("input[name='Input.RelationshipId']").Length.Should().Be(found ? 1 : 0, typed);
        }
    }

    [Fact]
    public async Task All_its_pages_are_a_404_to_those_who_may_not_see_it()
    {
        var (scene, other) = (await Scene.SetAsync(web), await Scene.SetAsync(web));
        var colleague = await web.GivenARepAsync(scene.Organization);
        var id = (await scene.LogAsync(Outcome.Met)).Value.TouchpointId;
        foreach (var stranger in new[] { colleague, other.Rep, other.Manager })
        {
            using var client = await web.SignedInAsAsync(stranger);
            foreach (var url in new[] { $"/touchpoints/{id}", $"/touchpoints/{id}/edit", $"/touchpoints/{id}/void", $"/log?customer={scene.CustomerId}" })
            {
                using var response = await client.GetAsync(new Uri(url, UriKind.Relative));
                response.StatusCode.Should().Be(HttpStatusCode.NotFound, url);
            }
        }
    }

    [Fact]
    public async Task A_correction_needs_a_reason_and_shows_both_versions()
    {
        var scene = await Scene.SetAsync(web);
        var id = (await scene.LogAsync(Outcome.Met)).Value.TouchpointId;
        using var client = await web.SignedInAsAsync(scene.Rep);
        using (var silent = await client.SubmitAsync($"/touchpoints/{id}/edit", ("Input.Outcome", "Missed")))
            silent.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using (var said = await client.SubmitAsync($"/touchpoints/{id}/edit", ("Input.Outcome", "Missed"), ("Input.Reason", Hostile)))
            said.StatusCode.Should().Be(HttpStatusCode.Redirect);

        using var page = await client.GetPageAsync($"/touchpoints/{id}");
        page.Body!.TextContent.Should().Contain("Outcome: Met → Missed").And.Contain(Hostile);
        page.QuerySelectorAll("main script").Should().BeEmpty();
    }

    [Fact]
    public async Task The_second_editor_sees_what_stands_and_keeps_what_was_typed()
    {
        var scene = await Scene.SetAsync(web);
        var id = (await scene.LogAsync(Outcome.Met)).Value.TouchpointId;
        await scene.CorrectAsync(id, new(Outcome.Exceeded, scene.Now));
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var response = await client.SubmitAsync(
            $"/touchpoints/{id}/edit", ("Input.Version", "1"), ("Input.Summary", "My own words"), ("Input.Reason", "Looked it up."));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var page = await response.ReadPageAsync();
        page.Body!.TextContent.Should().Contain("Somebody changed").And.Contain("As it stands now").And.Contain("My own words");
        page.QuerySelector("input[name='Input.Version']")!.GetAttribute("value").Should().Be("2");
    }

    [Fact]
    public async Task A_withdrawal_says_why_and_stays_visible()
    {
        var scene = await Scene.SetAsync(web);
        var id = (await scene.LogAsync(Outcome.Met)).Value.TouchpointId;
        using var client = await web.SignedInAsAsync(scene.Rep);
        using (var silent = await client.SubmitAsync($"/touchpoints/{id}/void", ("Input.Reason", "")))
            silent.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using (var said = await client.SubmitAsync($"/touchpoints/{id}/void", ("Input.Reason", "Wrong customer.")))
            said.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var page = await client.GetPageAsync($"/touchpoints/{id}");
        page.Body!.TextContent.Should().Contain("Withdrawn").And.Contain("Wrong customer.");
    }

    [Fact]
    public async Task Leads_back_only_to_pages_of_its_own()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        foreach (var (asked, answer) in new[] { ("/promises", "/promises"), ("//evil.example", $"/customers/{scene.CustomerId}"), ("https://evil.example", $"/customers/{scene.CustomerId}") })
        {
            using var response = await client.SubmitAsync($"/log?customer={scene.CustomerId}", ("Input.Outcome", "Met"), ("ReturnUrl", asked));
            response.Headers.Location!.ToString().Should().Be(answer);
        }
    }
}
