using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.BrowserTests.Journeys;

public sealed class LogJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Opened_from_a_customer_two_taps_and_one_post_log()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await browser.OpenAsync(scene.Rep, new() { ViewportSize = new() { Width = 390, Height = 844 } });
        var posts = 0;
        window.Page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;
        await window.Page.GotoAsync($"/log?customer={scene.CustomerId}");
        (await window.AxeAsync()).Should().BeEmpty();

        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Met" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
        await window.Page.WaitForURLAsync($"**/customers/{scene.CustomerId}");

        posts.Should().Be(1);
        await LoggedAsync(scene, Outcome.Met);
        window.Errors.Should().BeEmpty();
    }

    [Theory, InlineData(375), InlineData(1280)]
    public async Task From_Today_three_taps_log(int width)
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await browser.OpenAsync(scene.Rep, new() { ViewportSize = new() { Width = width, Height = 800 } });
        await window.Page.GotoAsync("/");
        await ThreeTapsAsync(window, scene);
        await window.Page.GetByText("Logged.").WaitForAsync();
        await LoggedAsync(scene, Outcome.Met);
        window.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task A_planned_encounter_that_has_passed_is_closed_from_Today()
    {
        var scene = await Scene.SetAsync(browser);
        await using (var db = scene.Db())
        {
            var (rep, now) = (scene.Rep.Id, scene.Now);
            db.Add(Touchpoint.Log(
                new(scene.Organization.Id, Guid.CreateVersion7(), scene.RelationshipId, rep, scene.CustomerId, rep, EvidenceLevel.SelfReported, Guid.NewGuid()),
                new(Outcome.Pending, now.AddHours(-1), Expectation: "Prices for three depots"), TimeZoneInfo.Utc, now.AddDays(-2)).Value);
            await db.SaveChangesAsync();
        }

        await using var window = await browser.OpenAsync(scene.Rep);
        await window.Page.GotoAsync("/");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Close the day" }).ClickAsync();
        await window.Page.GetByText("Prices for three depots").WaitForAsync();
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Exceeded" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Close the day" }).ClickAsync();
        await window.Page.GetByText("One encounter closed.").WaitForAsync();
        await LoggedAsync(scene, Outcome.Exceeded);
    }

    [Fact]
    public async Task Six_are_closed_at_the_end_of_the_day_with_seven_keys_and_one_post()
    {
        var scene = await Scene.SetAsync(browser);
        await using (var db = scene.Db())
        {
            var (rep, now) = (scene.Rep.Id, scene.Now);
            db.AddRange(Enumerable.Range(1, 6).Select(i => Touchpoint.Log(
                new(scene.Organization.Id, Guid.CreateVersion7(), scene.RelationshipId, rep, scene.CustomerId, rep, EvidenceLevel.SelfReported, Guid.NewGuid()),
                new(Outcome.Pending, now.AddHours(-i), Expectation: $"Price list {i}"), TimeZoneInfo.Utc, now.AddDays(-2)).Value));
            await db.SaveChangesAsync();
        }

        await using var window = await browser.OpenAsync(scene.Rep);
        await window.Page.GotoAsync("/day");
        (await window.ProblemsAsync()).Should().BeEmpty();
        var (requests, clock) = (0, System.Diagnostics.Stopwatch.StartNew());
        window.Page.Request += (_, request) => requests += request.Method == "POST" ? 1 : 0;
        foreach (var key in new[] { "2", "3", "1", "4", "2", "2", "Enter" })
            await window.Page.Keyboard.PressAsync(key);
        await window.Page.GetByText("six encounters closed.").WaitForAsync();
        requests.Should().Be(1);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60));
        await using var after = scene.Db();
        (await after.Touchpoints.OrderBy(t => t.HappenedAt).Select(t => t.Outcome).ToListAsync())
            .Should().Equal(Outcome.Met, Outcome.Exceeded, Outcome.Missed, Outcome.Courtesy, Outcome.Met, Outcome.Met);
        window.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task A_promise_given_with_the_log_is_kept_with_one_click()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await browser.OpenAsync(scene.Rep);
        await window.Page.GotoAsync("/");
        await window.Page.GetByText("I promised…").ClickAsync();
        await window.Page.GetByLabel("What was promised?").FillAsync("Send the depot audit");
        await window.Page.GetByLabel("By when?").FillAsync($"{scene.Now.AddDays(3):yyyy-MM-dd}");
        await ThreeTapsAsync(window, scene);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Kept: Send the depot audit" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Status).GetByText("Kept: Send the depot audit").WaitForAsync();
        await using var db = scene.Db();
        (await db.Promises.SingleAsync()).State.Should().Be(PromiseState.Kept);
    }

    [Fact]
    public async Task Without_scripts_it_is_found_logged_and_undone()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await browser.OpenAsync(scene.Rep, new() { JavaScriptEnabled = false });
        await window.Page.GotoAsync("/log");
        await window.Page.GetByRole(AriaRole.Searchbox).FillAsync(scene.Customer[..10]);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = scene.Customer }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Exceeded" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
        await LoggedAsync(scene, Outcome.Exceeded);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await using var db = scene.Db();
        (await db.Touchpoints.SingleAsync()).VoidedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task The_keyboard_alone_logs()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await browser.OpenAsync(scene.Rep);
        await window.Page.GotoAsync($"/log?customer={scene.CustomerId}");
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = scene.Customer }).FocusAsync();
        for (var tab = 0; tab < 2; tab++)
            await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Space");
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await window.Page.WaitForURLAsync($"**/customers/{scene.CustomerId}");
        await LoggedAsync(scene, Outcome.Met);
    }

    [Fact]
    public async Task A_date_in_words_is_echoed_while_typing_asked_where_it_can_be_two_and_saved_as_it_was_shown()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await browser.OpenAsync(scene.Rep);
        var asked = 0;
        window.Page.Request += (_, request) => asked += request.Url.Contains("handler=When", StringComparison.Ordinal) ? 1 : 0;
        await window.Page.GotoAsync($"/log?customer={scene.CustomerId}");
        await window.Page.GetByText("When and how").ClickAsync();
        var when = window.Page.GetByLabel("When optional");
        await when.PressSequentiallyAsync("in two weeks 15:00");
        var meant = TimeZoneInfo.ConvertTime(scene.Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).AddDays(14);
        await window.Page.GetByText($"{meant:dddd, d MMMM yyyy}, 15:00").WaitForAsync();
        asked.Should().BeInRange(1, 4, "it is asked when the fingers rest, not at each of 18 letters; on a busy machine they rest now and then");

        await when.FillAsync("Friday 15:00");
        await window.Page.GetByText("Which is meant?").WaitForAsync();
        (await window.AxeAsync()).Should().BeEmpty();
        await window.Page.Locator(".read-as .choice").Last.ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
        await window.Page.GetByText("Planned for Friday").WaitForAsync();
        await using var db = scene.Db();
        (await db.Touchpoints.SingleAsync()).HappenedAt.Should().BeAfter(scene.Now);
        window.Errors.Should().BeEmpty();
    }

    private static async Task ThreeTapsAsync(Window window, Scene scene)
    {
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = scene.Customer }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Met", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
    }

    private static async Task LoggedAsync(Scene scene, Outcome outcome)
    {
        await using var db = scene.Db();
        (await db.Touchpoints.SingleAsync()).Outcome.Should().Be(outcome);
    }
}
