using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.BrowserTests.Journeys;

public sealed class LogJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Opened_from_a_customer_two_taps_and_one_post_log()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await OpenAsync(scene, new() { ViewportSize = new() { Width = 390, Height = 844 } });
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

    [Fact]
    public async Task Without_scripts_it_is_found_logged_and_undone()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await OpenAsync(scene, new() { JavaScriptEnabled = false });
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
        await using var window = await OpenAsync(scene, new());
        await window.Page.GotoAsync($"/log?customer={scene.CustomerId}");
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = scene.Customer }).FocusAsync();
        for (var tab = 0; tab < 3; tab++)
            await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Space");
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await window.Page.WaitForURLAsync($"**/customers/{scene.CustomerId}");
        await LoggedAsync(scene, Outcome.Met);
    }

    private async Task<Window> OpenAsync(Scene scene, BrowserNewContextOptions options)
    {
        var window = await browser.OpenAsync(options);
        await window.Page.Context.AddCookiesAsync([new() { Name = SignInCookie.Name, Value = await browser.CookieAsync(scene.Rep), Url = browser.Address }]);
        return window;
    }

    private static async Task LoggedAsync(Scene scene, Outcome outcome)
    {
        await using var db = scene.Db();
        (await db.Touchpoints.SingleAsync()).Outcome.Should().Be(outcome);
    }
}
