using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Promises;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Coaching;

/// <summary>The coaching pages as a browser without scripts uses them.</summary>
public sealed class SessionPagesTests : IClassFixture<WebFixture>
{
    private readonly WebFixture _web;
    private readonly ManualClock _clock = new();

    public SessionPagesTests(WebFixture web)
    {
        _web = web;
        if (web.Clock is ManualClock shared)
            _clock = shared;
        web.Clock = _clock;
    }

    [Fact]
    public async Task A_session_is_prepared_held_and_acknowledged()
    {
        var scene = await CoachingScene.SetAsync(_web);
        using var manager = await _web.SignedInAsAsync(scene.Manager);
        using var rep = await _web.SignedInAsAsync(scene.Rep);
        using var opened = await manager.SubmitAsync($"/team/reps/{scene.Rep.Id}", form => form.GetAttribute("action") == "/coaching/open");
        var url = opened.Headers.Location!.ToString();
        url.Should().MatchRegex("^/coaching/[0-9a-f-]{36}$");
        (await manager.GetPageAsync(url)).Body!.TextContent.Should().Contain("Waiting for Hanna's words").And.Contain("Seen by you alone").And.Contain("Seen by you and Hanna");
        (await rep.GetPageAsync("/coaching")).QuerySelector($"a[href='{url}#words']").Should().NotBeNull("the rep writes first");

        await DoneAsync(rep.SubmitToAsync(url, "Words", ("Words.WentWell", "Three <b>new</b> customers"), ("Words.IsHard", "Dates")));
        await DoneAsync(rep.SubmitToAsync(url, "Item", ("Item.Text", "Lead times")));
        var page = await manager.GetPageAsync(url);
        page.QuerySelector("#words")!.TextContent.Should().Contain("Three <b>new</b> customers");
        page.QuerySelector("#agenda")!.TextContent.Should().Contain("Lead times");
        foreach (var (byRep, text) in new[] { ("True", "Show the offer"), ("False", "Ask production") })
            await DoneAsync(manager.SubmitToAsync(url, "Agree", ("Agree.ByRep", byRep), ("Agree.Text", text), ("Agree.DueDay", $"{_clock.Now.AddDays(5):yyyy-MM-dd}")));
        await DoneAsync(manager.SubmitToAsync(url, "Settle"));
        await DoneAsync(manager.SubmitToAsync(url, "Shared", ("Shared.Note", "Dates together.")));
        await DoneAsync(manager.SubmitToAsync(url, "Close"));

        (await manager.GetPageAsync(url)).Body!.TextContent.Should().Contain("Waiting for Hanna to acknowledge");
        await DoneAsync(rep.SubmitToAsync(url, "Acknowledge", ("Reply.Reply", "Thank you.")));
        (await manager.GetPageAsync(url)).QuerySelector("#closed")!.TextContent.Should().Contain("Thank you.").And.Contain("Hanna Lindqvist acknowledged it");
        (await rep.GetPageAsync("/coaching")).Body!.TextContent.Should().Contain("Show the offer").And.Contain("Ask production");
        (await manager.GetPageAsync("/coaching")).Body!.TextContent.Should().Contain("none planned", "no rhythm was agreed on");
        (await rep.GetPageAsync($"/managers/{scene.Manager.Id}")).Body!.TextContent.Should().Contain("Ask production").And.Contain("1 of 1 kept");
    }

    [Fact]
    public async Task The_second_to_save_a_note_is_told_reads_both_and_keeps_what_was_typed()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var url = $"/coaching/{await scene.OpenAsync()}";
        using var manager = await _web.SignedInAsAsync(scene.Manager);
        using var rep = await _web.SignedInAsAsync(scene.Rep);
        await DoneAsync(manager.SubmitToAsync(url, "Shared", ("Shared.Note", "What Ingrid wrote")));
        using var refused = await rep.SubmitToAsync(url, "Shared", ("Shared.Note", "What Hanna wrote"), ("Shared.Version", "0"));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var page = await refused.ReadPageAsync();
        page.QuerySelector("textarea[name='Shared.Note']")!.TextContent.Should().Contain("What Hanna wrote");
        page.QuerySelector("#notes .quote")!.TextContent.Should().Be("What Ingrid wrote");
        page.QuerySelector("input[name='Shared.Version']")!.GetAttribute("value").Should().Be("1", "having read both, they decide");
        (await scene.SessionAsync(new Guid(url[^36..]))).SharedNote.Should().Be("What Ingrid wrote");

        await DoneAsync(rep.SubmitToAsync(url, "Item", ("Item.Text", "Dates")));
        Guid id;
        await using (var db = scene.Db())
            id = (await db.AgendaItems.SingleAsync()).Id;
        await DoneAsync(manager.SubmitAsync($"/coaching/items/{id}", ("Input.Text", "Dates and prices")));
        using var second = await rep.SubmitAsync($"/coaching/items/{id}", ("Input.Text", "Prices"), ("Input.Version", "1"));
        second.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await second.ReadPageAsync()).QuerySelector("main")!.TextContent.Should().Contain("Dates and prices").And.Contain("Prices");
    }

    [Fact]
    public async Task A_manager_moved_away_in_the_middle_is_told_who_coaches_now_and_keeps_what_was_typed()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var url = $"/coaching/{await scene.OpenAsync()}";
        using var manager = await _web.SignedInAsAsync(scene.Manager);
        using var page = await manager.GetPageAsync(url);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await scene.MoveRepToOtherTeamAsync();
        foreach (var (handler, field) in new[] { ("Shared", "Shared.Note"), ("Item", "Item.Text"), ("Private", "Private.Note") })
        {
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create(field, "Typed with care")]);
            using var refused = await manager.PostAsync(new Uri($"{url}?handler={handler}", UriKind.Relative), content);
            refused.StatusCode.Should().Be(HttpStatusCode.BadRequest, handler);
            var told = (await refused.ReadPageAsync()).QuerySelector("main")!.TextContent;
            told.Should().Contain("Marcus Adeyemi does now").And.Contain("Typed with care");
        }

        using var other = await _web.SignedInAsAsync(scene.Other);
        (await other.GetPageAsync("/coaching")).QuerySelector($"a[href='{url}']").Should().NotBeNull();
    }

    [Theory]
    [InlineData("Words", "Words.WentWell", 1001), InlineData("Shared", "Shared.Note", 4001), InlineData("Private", "Private.Note", 4001), InlineData("Item", "Item.Text", 301)]
    [InlineData("Agree", "Agree.Text", 301), InlineData("Item", "Item.Text", 0)]
    public async Task What_is_too_long_or_empty_comes_back_with_a_message(string handler, string field, int length)
    {
        var scene = await CoachingScene.SetAsync(_web);
        var url = $"/coaching/{await scene.OpenAsync()}";
        using var rep = await _web.SignedInAsAsync(scene.Rep);
        using var refused = await rep.SubmitToAsync(url, handler, (field, new string('x', length)));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var page = await refused.ReadPageAsync();
        page.QuerySelector($"[name='{field}']")!.GetAttribute("aria-invalid").Should().Be("true");
    }

    [Theory]
    [InlineData("2020-01-01T10:00"), InlineData("2060-01-01T10:00"), InlineData("whenever"), InlineData("")]
    public async Task A_session_is_planned_on_a_day_to_come(string when)
    {
        var scene = await CoachingScene.SetAsync(_web);
        using var manager = await _web.SignedInAsAsync(scene.Manager);
        using var refused = await manager.SubmitAsync("/coaching/new", ("Input.RepId", $"{scene.Rep.Id}"), ("Input.PlannedAt", when), ("Input.EveryWeeks", "2"));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.ReadPageAsync()).QuerySelector("[name='Input.PlannedAt']")!.GetAttribute("aria-invalid").Should().Be("true");
    }

    [Fact]
    public async Task A_session_is_planned_moved_and_cancelled_with_a_reason()
    {
        var scene = await CoachingScene.SetAsync(_web);
        using var manager = await _web.SignedInAsAsync(scene.Manager);
        using var planned = await manager.SubmitAsync("/coaching/new",
            ("Input.RepId", $"{scene.Rep.Id}"), ("Input.PlannedAt", $"{_clock.Now.AddDays(2):yyyy-MM-dd}T10:00"), ("Input.EveryWeeks", "2"));
        var url = planned.Headers.Location!.ToString();
        using var rep = await _web.SignedInAsAsync(scene.Rep);
        (await rep.GetPageAsync("/")).QuerySelector($"a[href='{url}#words']")!.TextContent.Should().StartWith("Session with Ingrid on ").And.EndWith(": write your words");
        await DoneAsync(rep.SubmitToAsync($"{url}/move", "Move", ("Input.PlannedAt", $"{_clock.Now.AddDays(6):yyyy-MM-dd}T11:00"), ("Input.EveryWeeks", "1")));
        (await rep.GetPageAsync("/")).QuerySelector($"a[href='{url}#words']").Should().BeNull("it is further than three days away");
        using var refused = await manager.SubmitToAsync($"{url}/move", "Cancel", ("Cancel.Reason", " "));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        await DoneAsync(manager.SubmitToAsync($"{url}/move", "Cancel", ("Cancel.Reason", "Ill")));
        (await rep.GetPageAsync(url)).QuerySelector("main")!.TextContent.Should().Contain("Cancelled: Ill");
    }

    [Fact]
    public async Task An_agreed_promise_is_moved_by_consent_and_kept()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var id = await scene.AgreeAsync(await scene.OpenAsync(), byRep: true, "Show the offer", 3);
        var url = $"/coaching/promises/{id}";
        using var manager = await _web.SignedInAsAsync(scene.Manager);
        using var rep = await _web.SignedInAsAsync(scene.Rep);
        await DoneAsync(rep.SubmitToAsync(url, "Ask", ("Input.DueDay", $"{_clock.Now.AddDays(8):yyyy-MM-dd}"), ("Input.Reason", "They are away")));
        var asked = await manager.GetPageAsync(url);
        asked.QuerySelector("main")!.TextContent.Should().Contain("They are away");
        var agree = asked.QuerySelector("button[formaction*='Agree']")!;
        using var content = new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", asked.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            KeyValuePair.Create("asked", asked.QuerySelector("input[name=asked]")!.GetAttribute("value")!)]);
        await DoneAsync(manager.PostAsync(new Uri(agree.GetAttribute("formaction")!, UriKind.Relative), content));
        await DoneAsync(rep.SubmitToAsync(url, "Keep"));
        await using var db = scene.Db();
        var promise = await db.CoachingPromises.SingleAsync(p => p.Id == id);
        (promise.State, promise.Renegotiations, promise.DueDay).Should().Be((PromiseState.Kept, 1, DateOnly.FromDateTime(_clock.Now.AddDays(8).UtcDateTime)));
    }

    [Fact]
    public async Task Empty_pages_teach()
    {
        var organization = await _web.GivenAnOrganizationAsync();
        using var rep = await _web.SignedInAsAsync(await _web.GivenARepAsync(organization));
        (await rep.GetPageAsync("/coaching")).Body!.TextContent.Should().Contain("Nobody coaches you yet");
        using var manager = await _web.SignedInAsAsync(await _web.GivenAManagerAsync(organization));
        (await manager.GetPageAsync("/coaching")).Body!.TextContent.Should().Contain("You coach nobody yet");
        (await manager.GetPageAsync("/coaching/new")).Body!.TextContent.Should().Contain("You coach nobody yet");
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        response.StatusCode.Should().Be(HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
    }
}
