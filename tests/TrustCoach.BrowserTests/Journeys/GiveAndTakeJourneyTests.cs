using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.BrowserTests.Journeys;

/// <summary>A customer gives, is thanked and climbs; what was told in confidence is kept: with the keyboard alone, and without scripts.</summary>
public sealed class GiveAndTakeJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task What_they_gave_is_noted_thanked_and_stands_on_the_ladder(bool scripts)
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await browser.OpenAsync(scene.Rep, new() { JavaScriptEnabled = scripts });
        var page = window.Page;
        await page.GotoAsync($"/customers/{scene.CustomerId}/why/give-and-take");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Too early to say whose turn it is.");
        await SpaceAsync(page.GetByRole(AriaRole.Radio, new() { Name = "They did" }));
        await page.GetByLabel("What was it?").FocusAsync();
        await page.Keyboard.TypeAsync("The figures of last quarter");
        await SpaceAsync(page.GetByRole(AriaRole.Radio, new() { Name = "Large" }));
        await SpaceAsync(page.GetByRole(AriaRole.Radio, new() { Name = "Data" }));
        await EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Note it" }));
        await Assertions.Expect(page.Locator(".rungs .reached")).ToContainTextAsync("Data");

        await page.GotoAsync("/");
        await EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "I thanked them" }));
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Say thank you");

        await page.GotoAsync($"/customers/{scene.CustomerId}/why/give-and-take");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("thanked");
        await EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "What they told you in confidence" }));
        await page.GetByLabel("What were you told?").FocusAsync();
        await page.Keyboard.TypeAsync("They move in spring");
        await EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }));
        await Assertions.Expect(page.Locator(".rows")).ToContainTextAsync("They move in spring");
        await Assertions.Expect(page.Locator(".rows")).ToContainTextAsync(scene.Customer);
        window.Errors.Should().BeEmpty();
    }

    private static async Task SpaceAsync(ILocator what)
    {
        await what.First.FocusAsync();
        await what.Page.Keyboard.PressAsync("Space");
    }

    private static async Task EnterAsync(ILocator what)
    {
        await what.First.FocusAsync();
        await what.Page.Keyboard.PressAsync("Enter");
    }
}
