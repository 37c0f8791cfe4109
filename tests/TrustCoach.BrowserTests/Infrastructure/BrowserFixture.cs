using Microsoft.Playwright;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.BrowserTests.Infrastructure;

/// <summary>The app on a real port, and a browser: take it as a class fixture.</summary>
public class BrowserFixture : WebFixture, IAsyncLifetime
{
    // The first two draw each window's own address bar as a web page, which costs more than most pages looked at here. The last list
    // of features is the one that holds, so it names what Playwright leaves out too.
    private const string Without =
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding,ThirdPartyStoragePartitioning,Translate";

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", Without];

    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The app's address, with a name: passkeys refuse a bare number.</summary>
    public string Address => $"http://localhost:{ClientOptions.BaseAddress.Port}";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        UseKestrel(0);
        StartServer();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium(),
            Args = Arguments,
        });
    }

    /// <summary>A new window with its own cookies, which remembers every error of its console.</summary>
    public async Task<Window> OpenAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = Address;
        options.ReducedMotion = ReducedMotion.Reduce; // colours are looked at, not their way there
        var context = await Browser.NewContextAsync(options);
        return new Window(context, await context.NewPageAsync());
    }

    /// <summary>A window of somebody who is signed in.</summary>
    public async Task<Window> OpenAsync(GivenPerson person, BrowserNewContextOptions? options = null)
    {
        var window = await OpenAsync(options);
        await window.Page.Context.AddCookiesAsync([new() { Name = SignInCookie.Name, Value = await this.CookieAsync(person), Url = Address }]);
        return window;
    }

    /// <summary>A browser of its own that keeps what it stores in a folder, to be closed and opened again.</summary>
    public Task<IBrowserContext> LaunchAsync(string folder) => _playwright!.Chromium.LaunchPersistentContextAsync(
        folder, new() { ExecutablePath = Chromium(), Args = Arguments, BaseURL = Address, ReducedMotion = ReducedMotion.Reduce });

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
        await DisposeWithDatabaseAsync();
    }

    // The headless shell is Chromium without the window that nobody sees here, which costs a quarter of the work of looking at a page.
    private static string Chromium()
    {
        var given = Environment.GetEnvironmentVariable("CHROMIUM_PATH");
        string[] paths = given is { Length: > 0 } ? [given] : ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
        return Array.Find(paths, File.Exists) ?? throw new InvalidOperationException(
            $"Browser tests need Chromium, and there is none at {string.Join(" or ", paths)}: run ./test, which installs it, or name one in CHROMIUM_PATH.");
    }
}
