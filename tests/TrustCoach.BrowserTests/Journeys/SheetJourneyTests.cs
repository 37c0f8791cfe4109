using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.BrowserTests.Journeys;

/// <summary>The log sheet over any page: taps, fields and requests are counted.</summary>
public sealed class SheetJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>What is asked for: labels and legends that can be seen and do not say "optional".</summary>
    private const string Asked =
        """
        () => [...document.querySelectorAll('dialog.sheet .label')]
            .filter(label => label.checkVisibility() && !label.querySelector('.optional')).map(label => label.textContent.trim().split(' ')[0])
        """;

    [Fact]
    public async Task Over_any_page_two_questions_three_taps_and_one_post_log_and_the_page_stays()
    {
        var scene = await Scene.SetAsync(browser, customer: "Kestrel Foods");
        await using var window = await browser.OpenAsync(scene.Rep, new() { ViewportSize = new() { Width = 390, Height = 844 } });
        var page = window.Page;
        await page.GotoAsync("/promises?side=theirs");
        await page.Locator("html[data-offline=ready]").WaitForAsync(); // what is kept for offline is fetched once a version
        var requests = Count(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Log", Exact = true }).ClickAsync();
        var sheet = page.GetByRole(AriaRole.Dialog, new() { Name = "Log a touchpoint" });
        await sheet.WaitForAsync();
        (await window.ProblemsAsync()).Should().BeEmpty();
        (await page.EvaluateAsync<string[]>(Asked)).Should().Equal(["Who", "How"], "a third required field makes logging slower for everybody");

        ILocator[] taps =
        [
            sheet.GetByRole(AriaRole.Radio, new() { Name = scene.Customer }),
            sheet.GetByRole(AriaRole.Radio, new() { Name = "Met", Exact = true }),
            sheet.GetByRole(AriaRole.Button, new() { Name = "Log it" }),
        ];
        foreach (var tap in taps)
            await tap.ClickAsync();
        await page.GetByText("Logged.").WaitForAsync();

        page.Url.Should().EndWith("/promises?side=theirs");
        requests.Should().Equal("GET /log", "POST /log", "GET /promises");
        await LoggedAsync(scene, Outcome.Met);
        window.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task From_a_customer_s_page_two_taps_log()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await browser.OpenAsync(scene.Rep);
        await window.Page.GotoAsync($"/customers/{scene.CustomerId}");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Exceeded" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
        await window.Page.GetByText("Logged.").WaitForAsync();
        await LoggedAsync(scene, Outcome.Exceeded);
    }

    [Fact]
    public async Task The_keyboard_logs_with_a_key_two_letters_and_three_more_keys()
    {
        var scene = await Scene.SetAsync(browser, customer: "Kestrel Foods");
        await using var window = await browser.OpenAsync(scene.Rep);
        var page = window.Page;
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("n");
        await page.Locator("dialog.sheet[open]").WaitForAsync();
        foreach (var key in new[] { "k", "e", "Enter", "2", "Enter" })
            await page.Keyboard.PressAsync(key);
        await page.GetByText("Logged.").WaitForAsync();
        await LoggedAsync(scene, Outcome.Met);
    }

    [Fact]
    public async Task A_customer_is_found_with_a_typing_error_or_added_without_leaving_and_what_is_typed_survives_closing()
    {
        var scene = await Scene.SetAsync(browser, customer: "Kestrel Foods");
        await using var window = await browser.OpenAsync(scene.Rep);
        var page = window.Page;
        await page.GotoAsync("/customers");
        await page.Keyboard.PressAsync("n");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search all customers and the people there" }).FillAsync("kestrl");
        await page.GetByText("These sound alike").WaitForAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search all customers and the people there" }).FillAsync("Osprey Mills");
        await page.GetByText("No customer of yours").WaitForAsync();
        (await page.GetByLabel("Company").InputValueAsync()).Should().Be("Osprey Mills");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Exceeded" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");

        await page.Keyboard.PressAsync("n");
        await page.GetByText("What you typed before is still here.").WaitForAsync();
        await page.GetByText("New customer").ClickAsync();
        await page.GetByLabel("Company").FillAsync("Osprey Mills");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add and go on" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Say how it began" }).WaitForAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Referral" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add and go on" }).ClickAsync();
        await page.Locator("dialog input[name='Input.RelationshipId']:checked").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        (await page.GetByRole(AriaRole.Radio, new() { Name = "Osprey Mills" }).IsCheckedAsync()).Should().BeTrue();
        await page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
        await page.GetByText("Logged.").WaitForAsync();
        await LoggedAsync(scene, Outcome.Exceeded);
    }

    [Fact]
    public async Task Without_a_customer_the_form_begins_with_one_with_scripts_and_without()
    {
        var organization = await browser.GivenAnOrganizationAsync();
        foreach (var scripts in new[] { true, false })
        {
            var rep = await browser.GivenARepAsync(organization);
            await using var window = await browser.OpenAsync(rep, new() { JavaScriptEnabled = scripts });
            var page = window.Page;
            await page.GotoAsync("/customers");
            await page.GetByRole(AriaRole.Link, new() { Name = "Log a touchpoint" }).ClickAsync();
            await page.GetByText("You have no customer yet.").WaitForAsync();
            (await page.GetByRole(AriaRole.Radio, new() { Name = "Exceeded" }).CountAsync()).Should().Be(0);
            await page.GetByLabel("Company").FillAsync($"Osprey Mills {scripts}");
            await page.GetByRole(AriaRole.Radio, new() { Name = "Cold call" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Add and go on" }).ClickAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = "Exceeded" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
            await page.GetByText("Logged.").WaitForAsync();
        }
    }

    private static List<string> Count(IPage page)
    {
        var requests = new List<string>();
        page.Request += (_, request) =>
        {
            var path = new Uri(request.Url).AbsolutePath;
            if (request.ResourceType is "document" or "fetch" or "xhr")
                requests.Add($"{request.Method} {path}");
        };
        return requests;
    }

    private static async Task LoggedAsync(Scene scene, Outcome outcome)
    {
        await using var db = scene.Db();
        (await db.Touchpoints.SingleAsync()).Outcome.Should().Be(outcome);
    }
}
