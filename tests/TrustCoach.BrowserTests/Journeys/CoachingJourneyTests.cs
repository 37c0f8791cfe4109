using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.Domain.Coaching;

namespace TrustCoach.BrowserTests.Journeys;

/// <summary>A one-to-one prepared in two minutes, held, and acknowledged: with the keyboard alone, and without scripts.</summary>
public sealed class CoachingJourneyTests(DemoBrowser browser) : IClassFixture<DemoBrowser>
{
    // As long as everything else here waits; other tests run beside this one.
    private const float Patience = 30_000;

    [Theory, InlineData("Hanna", true), InlineData("Tomas", false)]
    public async Task A_session_is_prepared_closed_and_acknowledged(string name, bool keyboard)
    {
        var (rep, manager) = (await browser.PersonAsync(name), await browser.PersonAsync("Ingrid"));
        Guid session;
        await using (var db = browser.Db())
            session = (await db.CoachingSessions.SingleAsync(s => s.RepId == rep.Id && s.State == SessionState.Planned)).Id;
        BrowserNewContextOptions Options() => new() { JavaScriptEnabled = keyboard };

        await using (var window = await browser.OpenAsync(rep, Options()))
        {
            await window.Page.GotoAsync($"/coaching/{session}");
            await window.Page.GetByLabel("What went well?").FillAsync("The dates are right.");
            await PressAsync(window, "Save your words", keyboard);
            await ShowsAsync(window, "#flash", "Saved");
        }

        await using (var window = await browser.OpenAsync(manager, Options()))
        {
            await window.Page.GotoAsync($"/team/reps/{rep.Id}");
            await PressAsync(window, "Open the session", keyboard);
            await ShowsAsync(window, "#words", "The dates are right.");
            var proposed = window.Page.GetByRole(AriaRole.Button, new() { Name = "Take on the agenda" });
            var count = await proposed.CountAsync();
            for (var left = count - 1; left >= count - 2; left--)
            {
                await PressAsync(window, "Take on the agenda", keyboard);
                await Assertions.Expect(proposed).ToHaveCountAsync(left, new() { Timeout = Patience });
            }

            foreach (var (who, what) in new[] { (rep.Name, "Read one offer aloud"), (manager.Name, "Sit in on one more call") })
                await PromiseAsync(window, who, what, keyboard);
            await PressAsync(window, "Close the session", keyboard);
            await ShowsAsync(window, "#closed", "Waiting for");
            window.Errors.Should().BeEmpty();
        }

        await using (var window = await browser.OpenAsync(rep, Options()))
        {
            await window.Page.GotoAsync($"/coaching/{session}");
            await window.Page.GetByLabel("Do you want to say something to it?").FillAsync("Thank you.");
            await PressAsync(window, "Acknowledge", keyboard);
            await ShowsAsync(window, "#closed", "Thank you.");
        }

        await using var after = browser.Db();
        (await after.AgendaItems.CountAsync(i => i.RepId == rep.Id && i.SourceKind != AgendaSourceKind.Words)).Should().Be(2);
        (await after.CoachingPromises.CountAsync(p => p.SessionId == session && p.Kind == CoachingPromiseKind.Agreed)).Should().Be(2);
    }

    private static async Task PromiseAsync(Window window, string who, string what, bool keyboard)
    {
        var form = window.Page.Locator("form[action*='handler=Agree']");
        await window.Page.Locator("summary", new() { HasText = "Promise something" }).FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await form.GetByLabel(who, new() { Exact = true }).CheckAsync(new() { Force = true });
        await form.GetByLabel("What?").FillAsync(what);
        await form.GetByLabel("By when?").First.FillAsync($"{DateTime.UtcNow.AddDays(9):yyyy-MM-dd}");
        await PressAsync(window, "Promise it", keyboard);
        await ShowsAsync(window, "#agreed", what);
    }

    private static Task ShowsAsync(Window window, string where, string text) =>
        Assertions.Expect(window.Page.Locator(where)).ToContainTextAsync(text, new() { Timeout = Patience });

    /// <summary>Presses a button by Enter on it, or clicks it.</summary>
    private static async Task PressAsync(Window window, string words, bool keyboard)
    {
        var button = window.Page.GetByRole(AriaRole.Button, new() { Name = words }).First;
        if (!keyboard)
        {
            await button.ClickAsync();
            return;
        }

        await button.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
    }
}
