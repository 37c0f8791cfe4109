using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Promises;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.IntegrationTests.Touchpoints;

/// <summary>Dates in words, on Wednesday 2 September 2026, 11:00 in Berlin.</summary>
public sealed class TypedDateTests(PromisePageFixture web) : IClassFixture<PromisePageFixture>
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public async Task Words_come_back_once_with_what_they_mean_and_are_saved_as_what_was_shown()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var asked = await client.SubmitAsync($"/log?customer={scene.CustomerId}", ("Input.HappenedAt", "tomorrow 3pm"), ("Input.Expectation", "A price"));
        asked.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var page = await asked.ReadPageAsync();
        page.QuerySelector("#Input_HappenedAt-read")!.TextContent.Should().Contain("This reads as Thursday, 3 September 2026, 15:00.");
        page.QuerySelector("details:has(#Input_HappenedAt)")!.HasAttribute("open").Should().BeTrue();

        using var saved = await client.SubmitAsync(
            $"/log?customer={scene.CustomerId}", [("Input.HappenedAt", "tomorrow 3pm"), ("Input.Expectation", "A price"), .. Hidden(page)]);
        saved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await client.GetPageAsync($"/customers/{scene.CustomerId}")).QuerySelector(".flash")!.TextContent.Should().Contain("Planned for Thursday, 3 September 2026, 15:00.");
        await using var db = scene.Db();
        var planned = await db.Touchpoints.SingleAsync();
        (planned.HappenedAt, planned.Outcome).Should().Be((Days.At(new(2026, 9, 3), new(15, 0), Berlin), Outcome.Pending));
    }

    [Fact]
    public async Task What_can_be_read_two_ways_is_asked_and_nothing_is_chosen_for_anybody()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var asked = await client.SubmitAsync("/promises/new", ("Input.DueDay", "12/10"), ("Input.RelationshipId", $"{scene.RelationshipId}"), ("Input.Text", "Send it"));
        using var page = await asked.ReadPageAsync();
        var radios = page.QuerySelectorAll("input[name='Input.DueDay.As']");
        radios.Select(r => r.GetAttribute("value")).Should().Equal("2026-10-12", "2026-12-10");
        radios.Should().NotContain(r => r.HasAttribute("checked"));
        page.QuerySelector("#Input_DueDay-read")!.TextContent.Should().Contain("Monday, 12 October 2026").And.Contain("Thursday, 10 December 2026");

        using var saved = await client.SubmitAsync(
            "/promises/new", ("Input.DueDay", "12/10"), ("Input.DueDay.Of", "12/10"), ("Input.DueDay.As", "2026-12-10"),
            ("Input.RelationshipId", $"{scene.RelationshipId}"), ("Input.Text", "Send it"));
        saved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using var db = scene.Db();
        (await db.Promises.SingleAsync()).DueDay.Should().Be(new DateOnly(2026, 12, 10));
    }

    [Theory]
    [InlineData("&Input.HappenedAt=tomorrow+3pm&use=Encounter", "Thursday, 3 September 2026, 15:00", "2026-09-03T15:00")]
    [InlineData("&Input.HappenedAt=Friday+3pm&use=Encounter&Input.Outcome=Met", "Friday, 28 August 2026, 15:00", "2026-08-28T15:00")]
    [InlineData("&Input.HappenedAt=Friday&use=Deadline&Input.ClaimedAt=2026-08-27T10:00:00Z", "Friday, 28 August 2026", "2026-08-28")]
    [InlineData("&Input.HappenedAt=Friday+3pm&use=Encounter", "Which is meant?", null)]
    [InlineData("&Input.HappenedAt=31+Feb&use=Deadline", "February has 29 days", null)]
    [InlineData("&Input.HappenedAt=%3Cscript%3Ealert(1)%3C/script%3E&use=Deadline", "is no date we can read", null)]
    public async Task While_typing_it_is_said_what_a_date_means(string query, string words, string? meant)
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        var html = await client.GetStringAsync(new Uri($"/log?handler=When&field=Input.HappenedAt&id=sheet-Input_HappenedAt{query}", UriKind.Relative));
        html.Should().NotContain("<script");
        using var page = await client.GetPageAsync($"/log?handler=When&field=Input.HappenedAt&id=sheet-Input_HappenedAt{query}");
        page.QuerySelector("#sheet-Input_HappenedAt-read")!.TextContent.Should().Contain(words);
        page.QuerySelector("input[type=hidden][name='Input.HappenedAt.As']")?.GetAttribute("value").Should().Be(meant);
    }

    [Theory, InlineData("field=<b>&id=x"), InlineData("field=a&id=x%22%20onclick"), InlineData("id=x")]
    public async Task Names_that_no_field_has_are_a_404(string query)
    {
        using var client = await web.SignedInAsAsync((await Scene.SetAsync(web)).Rep);
        using var answer = await client.GetAsync(new Uri($"/log?handler=When&use=Deadline&{query}", UriKind.Relative));
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_log_that_waited_on_a_device_means_the_days_of_when_it_was_written()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var saved = await client.SubmitAsync(
            $"/log?customer={scene.CustomerId}", ("Input.HappenedAt", "today 9:00"), ("Input.Outcome", "Met"), ("Input.ClaimedAt", "2026-08-31T10:00:00Z"),
            ("Input.Promise.Text", "Send it"), ("Input.Promise.DueDay", "Friday"));
        saved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using var db = scene.Db();
        (await db.Touchpoints.SingleAsync()).HappenedAt.Should().Be(Days.At(new(2026, 8, 31), new(9, 0), Berlin));
        (await db.Promises.SingleAsync()).DueDay.Should().Be(new DateOnly(2026, 9, 4));
    }

    [Fact]
    public void Every_culture_that_can_be_chosen_is_one_whose_dates_are_read() =>
        PersonChoices.Cultures.Select(c => c.Value).Should().Equal(
            "en-GB", "en-US", "en-AU", "en-CA", "en-IE", "en-IN", "de-DE", "de-AT", "de-CH", "fr-FR", "fr-CH", "nl-NL", "es-ES", "es-MX", "it-IT",
            "pt-PT", "pt-BR", "pl-PL", "cs-CZ", "da-DK", "nb-NO", "sv-SE", "fi-FI", "ja-JP");

    private static (string, string)[] Hidden(AngleSharp.Dom.IDocument page) =>
        [.. page.QuerySelectorAll("#Input_HappenedAt-read input").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!))];
}
