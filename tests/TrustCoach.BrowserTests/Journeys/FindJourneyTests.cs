using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.BrowserTests.Journeys;

public sealed class FindJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task A_key_some_letters_and_Enter_open_what_is_meant_and_back_leads_to_the_list_as_it_was()
    {
        var scene = await Scene.SetAsync(browser, customer: "Kestrel Foods");
        await using var window = await browser.OpenAsync(scene.Rep, new() { ViewportSize = new() { Width = 390, Height = 400 } });
        var page = window.Page;
        await page.GotoAsync("/customers?q=kes&sort=contact");
        await page.EvaluateAsync("scrollTo(0, 200)");
        var before = await page.EvaluateAsync<int>("scrollY");

        await page.Keyboard.PressAsync("/");
        var sheet = page.GetByRole(AriaRole.Dialog, new() { Name = "Find" });
        await sheet.WaitForAsync();
        (await window.AxeAsync()).Should().BeEmpty();
        foreach (var key in new[] { "k", "e", "s", "t", "r", "l", "Enter" })
            await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync($"**/customers/{scene.CustomerId}");
        await page.GoBackAsync();
        page.Url.Should().EndWith("/customers?q=kes&sort=contact");
        (await page.EvaluateAsync<int>("scrollY")).Should().Be(before);
        await page.GoForwardAsync();
        page.Url.Should().EndWith($"/customers/{scene.CustomerId}");

        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Link, new() { Name = "All keys" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Keys" }).WaitForAsync();
        window.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Without_scripts_the_same_is_found_on_a_page()
    {
        var scene = await Scene.SetAsync(browser, customer: "Kestrel Foods");
        await using var window = await browser.OpenAsync(scene.Rep, new() { JavaScriptEnabled = false });
        await window.Page.GotoAsync("/promises");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Find" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Searchbox).FillAsync("kestrl");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Kestrel Foods" }).ClickAsync();
        window.Page.Url.Should().EndWith($"/customers/{scene.CustomerId}");
    }
}
