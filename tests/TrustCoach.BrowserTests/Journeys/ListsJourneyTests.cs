using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.Domain.People;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.BrowserTests.Journeys;

/// <summary>Two empty sheets to a habit for two weeks: with the keyboard alone, and without scripts.</summary>
public sealed class ListsJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const float Patience = 30_000;

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_sheets_are_filled_held_beside_each_other_and_a_habit_begins(bool scripts)
    {
        var organization = await browser.GivenAnOrganizationAsync();
        await using var window = await browser.OpenAsync(await browser.GivenAPersonAsync(organization, Roles.Rep), new() { JavaScriptEnabled = scripts });
        var page = window.Page;
        await page.GotoAsync("/lists");
        foreach (var (sheet, label, names) in new[]
        {
            ("trusted", "I trust", new[] { "Ottilie", "Bartholomew", "Aunt Fen" }), ("trusting", "trusts me", ["Ottilie", "Perpetua", "The lodger"]),
        })
        {
            foreach (var name in names)
            {
                var field = page.Locator($"#{sheet}").GetByLabel(label);
                if (name == names[1])
                    await Assertions.Expect(field).ToBeFocusedAsync(new() { Timeout = Patience });
                await field.FocusAsync();
                await page.Keyboard.TypeAsync(name);
                await page.Locator($"#{sheet} summary").FocusAsync();
                await page.Keyboard.PressAsync("Enter");
                await page.Locator($"#{sheet}").GetByLabel("Calm").FocusAsync();
                await page.Keyboard.PressAsync("Space");
                await PressAsync(page.Locator($"#{sheet}").GetByRole(AriaRole.Button, new() { Name = "Add" }));
                await Assertions.Expect(page.Locator($"#{sheet} ul")).ToContainTextAsync(name, new() { Timeout = Patience });
            }
        }

        await PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Hold them beside each other" }));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Of the 3 you trust, 1 trusts you too.", new() { Timeout = Patience });
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("what others find in you: calm");
        if (scripts)
        {
            (await window.ProblemsAsync()).Should().BeEmpty();
            (await KeptOnTheDeviceAsync(page)).Should().NotContain("Ottilie").And.NotContain("Perpetua");
        }

        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Begin it today" }));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("day 1 of 14", new() { Timeout = Patience });
        window.Errors.Should().BeEmpty();
    }

    private static async Task PressAsync(ILocator what)
    {
        await what.First.FocusAsync();
        await what.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Everything that the pages and the service worker left in this browser.</summary>
    private static Task<string> KeptOnTheDeviceAsync(IPage page) => page.EvaluateAsync<string>(
        """
        async () => {
            const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) kept.push(request.url, await (await cache.match(request)).text());
            }
            for (const { name } of await indexedDB.databases()) {
                const database = await new Promise(done => { const request = indexedDB.open(name); request.onsuccess = () => done(request.result); });
                for (const store of database.objectStoreNames)
                    kept.push(JSON.stringify(await new Promise(done => { const all = database.transaction(store).objectStore(store).getAll(); all.onsuccess = () => done(all.result); })));
                database.close();
            }
            return kept.join('\n');
        }
        """);
}
