using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.BrowserTests.Journeys;

/// <summary>Shows up when it matters, and sees what nearly went wrong: with the keyboard alone, and without scripts.</summary>
public sealed class NeedJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const float Patience = 30_000;

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_time_of_need_is_marked_and_answered_and_three_close_calls_are_a_pattern(bool scripts)
    {
        var scene = await Scene.SetAsync(browser, customer: "Nordbyg");
        await using var window = await browser.OpenAsync(scene.Rep, new() { JavaScriptEnabled = scripts });
        var (page, main, customer) = (window.Page, window.Page.Locator("main"), $"/customers/{scene.CustomerId}");
        await page.GotoAsync(customer);
        await PressAsync(main.GetByRole(AriaRole.Link, new() { Name = "Time of need" }));
        await TypeAsync(page.GetByLabel("What happened?"), "The sorting line stands still");
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Mark it" }));
        await Assertions.Expect(main).ToContainTextAsync("Nobody has answered yet", new() { Timeout = Patience });
        await page.GotoAsync("/");
        await Assertions.Expect(main).ToContainTextAsync("needs you", new() { Timeout = Patience });
        await PressAsync(main.GetByRole(AriaRole.Link, new() { Name = "Log the response" }));
        // With scripts the form comes in a sheet over the page, which has a short one of its own.
        if (!scripts)
            await page.WaitForURLAsync("**/log?*", new() { Timeout = Patience });
        var sheet = scripts ? page.GetByRole(AriaRole.Dialog) : main;
        await sheet.GetByRole(AriaRole.Radio, new() { Name = "Met" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await PressAsync(sheet.GetByRole(AriaRole.Button, new() { Name = "Log it" }));
        await Assertions.Expect(page.Locator("#flash")).ToContainTextAsync("Logged.", new() { Timeout = Patience });
        await Assertions.Expect(main).Not.ToContainTextAsync("needs you", new() { Timeout = Patience });
        await page.GotoAsync(customer);
        await Assertions.Expect(main).ToContainTextAsync("First answered after", new() { Timeout = Patience });

        for (var tap = 0; tap < 3; tap++)
        {
            await PressAsync(main.GetByRole(AriaRole.Button, new() { Name = "Nearly late" }));
            await Assertions.Expect(page.Locator("#flash")).ToContainTextAsync("noted, for you alone", new() { Timeout = Patience });
            await page.ReloadAsync();
        }

        await page.GotoAsync("/radar");
        await Assertions.Expect(main).ToContainTextAsync("Three close calls with time in 30 days, all with Nordbyg. Late events: none yet.", new() { Timeout = Patience });
        if (scripts)
            (await window.ProblemsAsync()).Should().BeEmpty();
        await PressAsync(main.GetByRole(AriaRole.Button, new() { Name = "Try: start on time" }));
        await Assertions.Expect(main).ToContainTextAsync("day 1 of 14", new() { Timeout = Patience });
        window.Errors.Should().BeEmpty();
    }

    private static async Task TypeAsync(ILocator field, string text)
    {
        await field.FocusAsync();
        await field.Page.Keyboard.TypeAsync(text);
    }

    private static async Task PressAsync(ILocator what)
    {
        await what.First.FocusAsync();
        await what.Page.Keyboard.PressAsync("Enter");
    }
}
