using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.Domain.Lab;
using TrustCoach.Domain.People;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.BrowserTests.Journeys;

/// <summary>The guided game to its end with the keyboard alone. That it needs no scripts, the tests of its pages show.</summary>
public sealed class LabJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    // As long as everything else here waits; other tests run beside this one.
    private const float Patience = 30_000;

    [Fact]
    public async Task The_guided_game_is_played_to_its_end_with_the_keyboard_alone()
    {
        await using var window = await browser.OpenAsync(await browser.GivenAPersonAsync(await browser.GivenAnOrganizationAsync(), Roles.Rep));
        var page = window.Page;
        await page.GotoAsync("/lab");
        for (var chapter = 0; chapter < Chapter.All.Count - 1; chapter++)
        {
            for (var step = 0; step < Chapter.All[chapter].Steps; step++)
            {
                await PressAsync(page, Chapter.All[chapter].Kind == ChapterKind.Judge ? "[data-move=ask]" : step == 1 ? "[data-move=cut]" : "[data-move=keep]");
                // What came of it has the focus, so that it is read out and the next Tab goes on from there.
                await Assertions.Expect(page.Locator(".said")).ToBeFocusedAsync(new() { Timeout = Patience });
            }

            if (chapter == 5)
                (await window.ProblemsAsync()).Should().BeEmpty();
            await PressAsync(page, ".lesson a.primary");
            // A new chapter begins at its title; until that has the focus, the browser may still take it there from under a key.
            await Assertions.Expect(page.Locator("#chapter")).ToBeFocusedAsync(new() { Timeout = Patience });
        }

        await Assertions.Expect(page.Locator("#chapter")).ToHaveTextAsync(Chapter.All[^1].Title);
        (await page.Locator("main").InnerTextAsync()).Should().Contain("What pays in the long run").And.Contain("noise or breach?");
        (await window.ProblemsAsync()).Should().BeEmpty();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy link" })).ToBeVisibleAsync();
        window.Errors.Should().BeEmpty();
    }

    // Tab until there, then Enter; the address changes with every move. A key that a busy browser lost is pressed again, as a person would.
    private static async Task PressAsync(IPage page, string selector)
    {
        var before = page.Url;
        // A browser drops keys that come before the first picture of a page.
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        for (var keys = 0; keys < 80; keys++)
        {
            var isThere = await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector);
            await page.Keyboard.PressAsync(isThere ? "Enter" : "Tab");
            if (isThere && await HasLeftAsync(page, before))
                return;
        }

        throw new InvalidOperationException($"Tab and Enter do not lead on from {selector}.");
    }

    private static async Task<bool> HasLeftAsync(IPage page, string before)
    {
        try
        {
            // Long: a key that was only slow, pressed again, would play a second move.
            await page.WaitForURLAsync(url => url != before, new() { Timeout = 20_000 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
