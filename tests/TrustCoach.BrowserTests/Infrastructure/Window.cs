using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TrustCoach.BrowserTests.Infrastructure;

/// <summary>A browser window and what went wrong in it.</summary>
public sealed class Window : IAsyncDisposable
{
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
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        var result = await Page.RunAxe();
        return [.. result.Violations.Select(violation => $"{violation.Id}: {violation.Help} ({string.Join(", ", violation.Nodes.Select(node => node.Target.ToString()))})")];
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
