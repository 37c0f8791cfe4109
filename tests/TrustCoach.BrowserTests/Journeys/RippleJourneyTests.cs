using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.BrowserTests.Journeys;

/// <summary>From a link between two customers to the lie of which one of them may hear: with the keyboard alone and without scripts.</summary>
public sealed class RippleJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const float Patience = 30_000;

    [Fact]
    public async Task Two_customers_are_linked_and_after_a_lie_to_one_the_other_stands_beside_it()
    {
        var scene = await Scene.SetAsync(browser);
        var (other, _) = await Scene.CustomerAsync(browser, scene.Organization, scene.Rep, "Norland Dairies");
        await using var window = await browser.OpenAsync(scene.Rep, new() { JavaScriptEnabled = false });
        var page = window.Page;
        await page.GotoAsync($"/customers/{scene.CustomerId}/links");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Whom do they know?" }).FocusAsync();
        await page.Keyboard.TypeAsync("norland");
        await page.Keyboard.PressAsync("Enter");
        await PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Link with Norland Dairies" }));
        await page.GetByRole(AriaRole.Radio, new() { Name = $"Norland Dairies referred {scene.Customer} to us" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Link them" }));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Referred them to us", new() { Timeout = Patience });

        await page.GotoAsync($"/log?customer={scene.CustomerId}");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Met", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await PressAsync(page.Locator("summary", new() { HasText = "I slipped…" }));
        await page.Locator("[name='Input.Breakers.Lie.Severity']").Last.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Log it" }));
        await page.WaitForURLAsync($"**/customers/{scene.CustomerId}");
        await PressAsync(page.Locator("main a[href^='/touchpoints/']"));

        var card = page.GetByRole(AriaRole.Region, new() { Name = "Who may hear of it" });
        await Assertions.Expect(card).ToContainTextAsync("They gave their name for you", new() { Timeout = Patience });
        await PressAsync(card.GetByRole(AriaRole.Link, new() { Name = "Log or plan with Norland Dairies" }));
        await page.WaitForURLAsync($"**/log?customer={other}");
        window.Errors.Should().BeEmpty();
    }

    private static async Task PressAsync(ILocator what)
    {
        await what.First.FocusAsync();
        await what.Page.Keyboard.PressAsync("Enter");
    }
}
