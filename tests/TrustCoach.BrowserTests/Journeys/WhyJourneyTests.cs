using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.BrowserTests.Journeys;

/// <summary>From a number to its event and to a dispute of it, by those who use no mouse, or no scripts.</summary>
public sealed class WhyJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Reason = "They had moved the meeting.";

    [Fact]
    public async Task The_keyboard_alone_reads_both_scores_and_disputes_an_event()
    {
        var (scene, miss) = await WithAMissAsync();
        await using var window = await browser.OpenAsync(scene.Rep);
        await window.Page.GotoAsync($"/customers/{scene.CustomerId}/why");
        await EnterAsync(window, "Trust");
        await window.Page.WaitForURLAsync("**score=trust**");
        await EnterAsync(window, "Credibility");
        await window.Page.WaitForURLAsync(url => !url.Contains("score=trust"));

        await TabToAsync(window, "Read it on");
        await EnterAsync(window, "Dispute", miss);
        await window.Page.WaitForURLAsync("**/disputes/new**");
        await TabToAsync(window, "What is wrong with it?");
        await window.Page.Keyboard.TypeAsync(Reason);
        await EnterAsync(window, "Dispute it");
        await window.Page.WaitForURLAsync(url => !url.Contains("/disputes/new"));

        await HeldAsync(scene, miss);
        window.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Without_scripts_a_past_day_is_read_and_an_event_is_disputed_and_answered()
    {
        var (scene, miss) = await WithAMissAsync();
        await using (var window = await browser.OpenAsync(scene.Rep, new() { JavaScriptEnabled = false }))
        {
            await window.Page.GotoAsync($"/customers/{scene.CustomerId}/why");
            await window.Page.GetByLabel("Read it on").FillAsync($"{scene.Now.AddDays(-1):yyyy-MM-dd}");
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
            (await window.Page.Locator("main").InnerTextAsync()).Should().Contain("as it is known now");
            await window.Page.GetByRole(AriaRole.Link, new() { Name = "Today", Exact = true }).Last.ClickAsync();
            await window.Page.Locator($"a[href*='/disputes/new'][href*='{miss}']").ClickAsync();
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Dispute it" }).ClickAsync();
            (await window.Page.GetByRole(AriaRole.Alert).InnerTextAsync()).Should().NotBeEmpty("a reason is asked for");
            await window.Page.GetByLabel("What is wrong with it?").FillAsync(Reason);
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Dispute it" }).ClickAsync();
            await HeldAsync(scene, miss);
        }

        await using var manager = await browser.OpenAsync(scene.Manager, new() { JavaScriptEnabled = false });
        await manager.Page.GotoAsync("/disputes");
        await manager.Page.Locator("main a[href*='/disputes/']").First.ClickAsync();
        (await manager.Page.Locator("main").InnerTextAsync()).Should().Contain(Reason);
        await manager.Page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await manager.Page.GetByLabel("Your answer").Last.FillAsync("I asked them.");
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
        await using var db = scene.Db();
        (await db.Disputes.SingleAsync()).State.Should().NotBe(DisputeState.Open);
    }

    private async Task<(Scene Scene, Guid Miss)> WithAMissAsync()
    {
        var scene = await Scene.SetAsync(browser);
        for (var ago = 5; ago > 2; ago--)
            await scene.LogAsync(Outcome.Met, scene.Now.AddDays(-ago));
        return (scene, (await scene.LogAsync(Outcome.Missed, scene.Now.AddDays(-2))).Value.TouchpointId);
    }

    private static async Task HeldAsync(Scene scene, Guid entry)
    {
        await using var db = scene.Db();
        (await db.Ledger.SingleAsync(e => e.Id == entry)).Status.Should().Be(LedgerStatus.Held);
        (await db.Disputes.SingleAsync()).Reason.Should().Be(Reason);
    }

    /// <summary>Goes to a link or button of these words by Tab, and presses Enter.</summary>
    private static async Task EnterAsync(Window window, string words, Guid? on = null)
    {
        await TabToAsync(window, words, on);
        await window.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabToAsync(Window window, string words, Guid? on = null)
    {
        // A browser drops keys that come before the first picture of a page.
        await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await window.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        for (var tabs = 0; tabs < 120; tabs++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            var found = await window.Page.EvaluateAsync<bool>(
                """
                ([words, id]) => {
                    const at = document.activeElement;
                    const name = (at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? at.textContent ?? '').trim().replace(/\s+/g, ' ');
                    return at.closest('main') !== null && name.startsWith(words) && (id === '' || (at.getAttribute('href') ?? '').includes(id));
                }
                """, (string[])[words, on?.ToString() ?? ""]);
            if (found)
                return;
        }

        throw new InvalidOperationException($"Tab does not come to '{words}'.");
    }
}
