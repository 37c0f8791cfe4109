using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.BrowserTests.Journeys;

/// <summary>Nothing typed is lost by an expired session, a stale form or a search.</summary>
public sealed class NothingIsLostTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Words = "Walked the depot with Ilse; the audit is with her.";

    [Fact]
    public async Task A_session_that_ended_while_typing_gives_the_words_back_after_signing_in()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await TypeAsync(scene);
        await EndSessionAsync(window);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
        await window.Page.GetByText("forms that keep drafts have kept what you typed").WaitForAsync();
        await SignInAsync(window, scene);

        await window.Page.GetByText("What you typed before is still here.").WaitForAsync();
        (await window.Page.GetByLabel("What happened?").InputValueAsync()).Should().Be(Words);
        (await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Exceeded" }).IsCheckedAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task A_correction_that_was_refused_and_then_met_an_ended_session_comes_back_too()
    {
        var scene = await Scene.SetAsync(browser);
        (await scene.LogAsync(Domain.Touchpoints.Outcome.Met)).Refused(out _, out var done);
        await using var window = await browser.OpenAsync(scene.Rep);
        await window.Page.GotoAsync($"/touchpoints/{done!.TouchpointId}/edit");
        await window.Page.GetByLabel("What happened?").FillAsync(Words);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await window.Page.Locator(".errors").WaitForAsync(); // a reason is asked for
        await EndSessionAsync(window);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await SignInAsync(window, scene);

        await window.Page.GetByText("What you typed before is still here.").WaitForAsync();
        (await window.Page.GetByLabel("What happened?").InputValueAsync()).Should().Be(Words);
    }

    [Fact]
    public async Task Without_scripts_the_words_stand_on_the_page_that_asks_to_sign_in()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await TypeAsync(scene, new() { JavaScriptEnabled = false });
        await EndSessionAsync(window);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();

        await window.Page.GetByRole(AriaRole.Heading, new() { Name = "Your session had ended" }).WaitForAsync();
        (await window.Page.GetByText(Words).IsVisibleAsync()).Should().BeTrue();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await SignInAsync(window, scene);
        window.Page.Url.Should().EndWith("/log");
    }

    [Fact]
    public async Task A_search_after_the_session_ended_asks_to_sign_in_on_a_page_of_its_own()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await TypeAsync(scene);
        await EndSessionAsync(window);
        await window.Page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("Kes");
        await window.Page.WaitForURLAsync("**/account/sign-in?returnUrl=*");
        await SignInAsync(window, scene);
        (await window.Page.GetByLabel("What happened?").InputValueAsync()).Should().Be(Words);
    }

    [Fact]
    public async Task A_form_that_is_out_of_date_says_so_shows_the_words_and_opens_again_with_them()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await TypeAsync(scene);
        await window.Page.Context.ClearCookiesAsync(new() { NameRegex = new("Antiforgery") });
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();

        await window.Page.GetByRole(AriaRole.Heading, new() { Name = "This form is out of date" }).WaitForAsync();
        (await window.Page.GetByText(Words).IsVisibleAsync()).Should().BeTrue();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Open the form again" }).ClickAsync();
        (await window.Page.GetByLabel("What happened?").InputValueAsync()).Should().Be(Words);
    }

    [Fact]
    public async Task A_dead_network_keeps_the_page_and_the_words()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await TypeAsync(scene);
        await window.Page.Context.SetOfflineAsync(true);
        await window.Page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("Kes");
        await window.Page.GetByText("Nothing on this page was lost").WaitForAsync();
        await window.Page.Context.SetOfflineAsync(false);
        await window.Page.ReloadAsync();
        (await window.Page.GetByLabel("What happened?").InputValueAsync()).Should().Be(Words);
    }

    private async Task<Window> TypeAsync(Scene scene, BrowserNewContextOptions? options = null)
    {
        var window = await browser.OpenAsync(scene.Rep, options);
        await window.Page.GotoAsync("/log");
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = scene.Customer }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Exceeded" }).ClickAsync();
        await window.Page.GetByText("What they expected, what happened").ClickAsync();
        await window.Page.GetByLabel("What happened?").FillAsync(Words);
        return window;
    }

    private static Task EndSessionAsync(Window window) => window.Page.Context.ClearCookiesAsync(new() { Name = SignInCookie.Name });

    private static async Task SignInAsync(Window window, Scene scene)
    {
        await window.Page.GetByLabel("E-mail address").FillAsync(scene.Rep.Email);
        await window.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Given.Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await window.Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
    }
}
