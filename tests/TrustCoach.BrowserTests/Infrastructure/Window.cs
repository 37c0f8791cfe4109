using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TrustCoach.BrowserTests.Infrastructure;

/// <summary>A browser window and what went wrong in it.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    public Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _errors.Add(message.Text);
        };
        page.PageError += (_, error) => _errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, and what the content policy refused.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>What axe finds wrong for people with disabilities, one line a rule; empty is right.</summary>
    public Task<IReadOnlyList<string>> AxeAsync() => AxeAsync("tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /// <summary>
    /// What is wrong with the page as it stands: for people with disabilities in light, for the eye in dark, and at 320 pixels. Only
    /// contrast depends on the colours, so only that is asked twice.
    /// </summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync()
    {
        var light = await AxeAsync();
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await SettleAsync();
        var dark = await AxeAsync("rule", "color-contrast");
        await Page.SetViewportSizeAsync(320, 640);
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Page.SetViewportSizeAsync(1280, 720);
        return [.. light, .. dark.Select(problem => $"dark: {problem}"), .. wide > 320 ? [$"{wide} px wide at 320"] : Array.Empty<string>()];
    }

    // Colours change in steps, and a step between light and dark has a contrast of its own that nobody reads.
    private async Task SettleAsync() => await Page.EvaluateAsync(
        """
        async () => {
            do {
                await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                await Promise.allSettled(document.getAnimations().map(animation => animation.finished));
            } while (document.getAnimations().some(animation => animation.playState === 'running'));
        }
        """);

    // In the page itself: the package's own way opens a second page for every scan.
    private async Task<IReadOnlyList<string>> AxeAsync(string type, params string[] values)
    {
        if (!await Page.EvaluateAsync<bool>("typeof axe !== 'undefined'"))
            await Page.EvaluateAsync(Axe);
        return await Page.EvaluateAsync<string[]>(
            """
            async ([type, ...values]) => (await axe.run(document, { runOnly: { type, values }, resultTypes: ['violations'] })).violations
                .map(v => `${v.id}: ${v.help} (${v.nodes.map(node => node.target).join(', ')})`)
            """, (string[])[type, .. values]);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
