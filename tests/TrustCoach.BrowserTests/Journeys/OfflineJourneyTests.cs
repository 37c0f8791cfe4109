using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.BrowserTests.Journeys;

/// <summary>Logging in a car park without a signal.</summary>
public sealed class OfflineJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Five_logs_without_a_network_outlive_browser_and_session_and_arrive_once_and_in_order()
    {
        var scene = await Scene.SetAsync(browser);
        var folder = Directory.CreateTempSubdirectory("trustcoach-browser-");
        string[] outcomes = ["Met", "Exceeded", "Missed", "Met", "Exceeded"];
        await using (var first = await browser.LaunchAsync(folder.FullName))
        {
            await first.AddCookiesAsync([new() { Name = SignInCookie.Name, Value = await browser.CookieAsync(scene.Rep), Url = browser.Address }]);
            var page = first.Pages[0];
            await ReadyAsync(page, "/promises");
            await first.SetOfflineAsync(true);
            foreach (var outcome in outcomes)
                await LogAsync(page, scene.Customer, outcome);
            await page.GotoAsync("/customers");
            await page.GetByText("There is no network, so the page you asked for").WaitForAsync();
            (await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Discard") }).CountAsync()).Should().Be(5);
            await first.ClearCookiesAsync();
        }

        await using var second = await browser.LaunchAsync(folder.FullName);
        var again = second.Pages[0];
        var lost = 0;
        await again.RouteAsync("**/log", async route =>
        {
            // The first log reaches the server, and its answer is lost.
            if (route.Request.Method == "POST" && lost++ == 0)
            {
                await route.FetchAsync(new() { MaxRedirects = 0 });
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await again.GotoAsync("/promises");
        await again.GetByText("5 waiting on this device").WaitForAsync();
        await again.GetByLabel("E-mail address").FillAsync(scene.Rep.Email);
        await again.GetByLabel("Password", new() { Exact = true }).FillAsync(Given.Password);
        await again.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await again.WaitForURLAsync("**/promises");
        await WaitUntilAsync(() => lost > 0);
        await again.EvaluateAsync("dispatchEvent(new Event('online'))");
        await again.GetByText("5 logs that waited on this device are saved.").WaitForAsync();

        await using var db = scene.Db();
        var logged = await db.Touchpoints.OrderBy(t => t.RecordedAt).ThenBy(t => t.Id).ToListAsync();
        logged.Select(t => t.Outcome.ToString()).Should().Equal(outcomes);
        logged.Select(t => t.HappenedAt).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        lost.Should().Be(6, "one log was sent twice, and made one touchpoint");
        await second.CloseAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_the_server_refuses_is_shown_with_its_words_and_can_be_changed_sent_again_or_discarded()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await browser.OpenAsync(scene.Rep);
        var page = window.Page;
        await ReadyAsync(page, "/promises");
        await page.Clock.SetSystemTimeAsync(DateTime.UtcNow.AddDays(3));
        await page.Context.SetOfflineAsync(true);
        await LogAsync(page, scene.Customer, "Exceeded");
        await page.Context.SetOfflineAsync(false);
        await page.GetByText("1 log waiting on this device was not accepted.").WaitForAsync();

        await page.GotoAsync("/log/waiting");
        await page.GetByText("This is in the future.").WaitForAsync();
        (await window.ProblemsAsync()).Should().BeEmpty();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Edit") }).ClickAsync();
        (await page.GetByRole(AriaRole.Radio, new() { Name = "Exceeded" }).IsCheckedAsync()).Should().BeTrue();
        await page.GetByText("When and how").ClickAsync();
        await page.GetByLabel("When optional").Last.FillAsync($"{DateTime.UtcNow.AddDays(-1):yyyy-MM-ddTHH:mm}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
        await page.GetByText("Nothing waits on this device").WaitForAsync();
        await using var db = scene.Db();
        (await db.Touchpoints.SingleAsync()).Outcome.Should().Be(Outcome.Exceeded);

        await page.Context.SetOfflineAsync(true);
        await LogAsync(page, scene.Customer, "Missed");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Discard") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Discard for good") }).ClickAsync();
        await page.GetByText("Nothing waits on this device").WaitForAsync();
    }

    [Fact]
    public async Task A_customer_archived_or_lost_meanwhile_is_said_and_the_log_goes_to_another_or_away()
    {
        var scene = await Scene.SetAsync(browser);
        var (lostId, lostRelationship) = await Scene.CustomerAsync(browser, scene.Organization, scene.Rep, "Lost Lumber");
        await Scene.CustomerAsync(browser, scene.Organization, scene.Rep, "Petrel Works");
        await using var window = await browser.OpenAsync(scene.Rep);
        var page = window.Page;
        await ReadyAsync(page, "/promises");
        await page.Context.SetOfflineAsync(true);
        await LogAsync(page, scene.Customer, "Met");
        await LogAsync(page, "Lost Lumber", "Exceeded");
        await using (var db = scene.Db())
        {
            await db.Customers.Where(c => c.Id == scene.CustomerId).ExecuteUpdateAsync(c => c.SetProperty(x => x.ArchivedAt, scene.Now));
            await db.Relationships.Where(r => r.Id == lostRelationship).ExecuteUpdateAsync(r => r.SetProperty(x => x.EndedOn, DateOnly.FromDateTime(scene.Now.Date)));
        }

        await page.Context.SetOfflineAsync(false);
        await page.GetByText("2 logs waiting on this device were not accepted.").WaitForAsync();
        await page.GotoAsync("/log/waiting");
        await page.GetByText("This customer is archived.").WaitForAsync();
        await page.GetByText("You no longer look after this customer").WaitForAsync();
        (await window.AxeAsync()).Should().BeEmpty();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Edit: Lost Lumber") }).ClickAsync();
        (await page.GetByRole(AriaRole.Radio, new() { Name = "Exceeded" }).IsCheckedAsync()).Should().BeTrue();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Petrel Works" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
        await page.GetByText("Logged.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Discard") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Discard for good") }).ClickAsync();
        await page.GetByText("Nothing waits on this device").WaitForAsync();
        await using var after = scene.Db();
        var logged = await after.Touchpoints.SingleAsync();
        (logged.Outcome, logged.CustomerId == lostId).Should().Be((Outcome.Exceeded, false));
    }

    [Fact]
    public async Task A_form_the_browser_sends_itself_into_a_dead_network_waits_in_the_outbox()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await browser.OpenAsync(scene.Rep);
        var page = window.Page;
        await ReadyAsync(page, "/promises");
        await page.GotoAsync($"/log?customer={scene.CustomerId}");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Met", Exact = true }).ClickAsync();
        // A network that is there and leads nowhere.
        await page.EvaluateAsync("() => Object.defineProperty(navigator, 'onLine', { get: () => true })");
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
        await page.GetByText("Nothing answered, so what you logged is kept on this device.").WaitForAsync();
        await page.GetByText($"{scene.Customer} · Met").WaitForAsync();
        await page.Context.SetOfflineAsync(false);
        await page.GetByText("Nothing waits on this device").WaitForAsync();
        await using var db = scene.Db();
        (await db.Touchpoints.SingleAsync()).Outcome.Should().Be(Outcome.Met);
    }

    [Theory, InlineData(40, "40 minutes ahead"), InlineData(-300, "5 hours behind")]
    public async Task A_clock_of_the_device_that_is_wrong_is_said_with_both_times(int minutes, string words)
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await browser.OpenAsync(scene.Rep);
        var page = window.Page;
        await page.Clock.SetSystemTimeAsync(DateTime.UtcNow.AddMinutes(minutes));
        await ReadyAsync(page, "/promises");
        await page.GetByText($"The clock of this device is {words}: it says").WaitForAsync();
        await page.GotoAsync("/log/waiting");
        await page.GetByText($"The clock of this device is {words}: it says").WaitForAsync();
        (await window.AxeAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Signing_out_warns_of_what_waits_and_then_leaves_nothing_behind()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await browser.OpenAsync(scene.Rep);
        var page = window.Page;
        await ReadyAsync(page, "/promises");
        await page.Context.SetOfflineAsync(true);
        await LogAsync(page, scene.Customer, "Met");
        await page.RouteAsync("**/log?handler=token", route => route.AbortAsync());
        await page.Context.SetOfflineAsync(false);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "1 log on this device is not sent" }).WaitForAsync();
        (await window.AxeAsync()).Should().BeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out and delete" }).ClickAsync();
        await page.GetByText("You are signed out.").WaitForAsync();

        (await page.EvaluateAsync<int>(
            """
            () => new Promise(done => {
                const request = indexedDB.open('trustcoach', 1);
                request.onsuccess = () => {
                    const stores = request.result.transaction(['outbox', 'people']);
                    const [outbox, people] = [stores.objectStore('outbox').count(), stores.objectStore('people').count()];
                    stores.oncomplete = () => done(outbox.result + people.result);
                };
            })
            """)).Should().Be(0);
    }

    [Fact]
    public async Task A_device_without_room_says_so_and_leaves_the_form_as_it_is()
    {
        var scene = await Scene.SetAsync(browser);
        await using var window = await browser.OpenAsync(scene.Rep);
        var page = window.Page;
        await ReadyAsync(page, "/promises");
        await page.EvaluateAsync("() => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }");
        await page.Context.SetOfflineAsync(true);
        await FillAsync(page, scene.Customer, "Met");
        await page.GetByText("this device has no room to keep the log").WaitForAsync();
        (await page.GetByRole(AriaRole.Radio, new() { Name = "Met", Exact = true }).IsCheckedAsync()).Should().BeTrue();
        await page.Context.SetOfflineAsync(false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
        await page.GetByText("Logged.").WaitForAsync();
        await using var db = scene.Db();
        (await db.Touchpoints.CountAsync()).Should().Be(1);
    }

    private static async Task ReadyAsync(IPage page, string url)
    {
        await page.GotoAsync(url);
        await page.Locator("html[data-offline=ready]").WaitForAsync();
    }

    private static async Task LogAsync(IPage page, string customer, string outcome)
    {
        await FillAsync(page, customer, outcome);
        await page.GetByText($"{customer} · {outcome}: kept on this device.").WaitForAsync();
        await page.Locator("dialog.sheet[open]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
    }

    private static async Task FillAsync(IPage page, string customer, string outcome)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Log a touchpoint" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = customer }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = outcome, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
    }

    private static async Task WaitUntilAsync(Func<bool> come)
    {
        for (var time = 0; !come() && time < 200; time++)
            await Task.Delay(50);
        come().Should().BeTrue();
    }
}
