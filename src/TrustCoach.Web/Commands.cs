using Microsoft.EntityFrameworkCore;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web;

/// <summary>What the app does instead of serving pages: <c>TrustCoach.Web migrate</c>, <c>rebuild</c> or <c>seed-demo</c>.</summary>
public static class Commands
{
    private delegate Task Command(WebApplication app, CancellationToken cancellation);

    private static readonly Dictionary<string, Command> Known = new(StringComparer.Ordinal)
    {
        // The database is migrated before any command runs, so this one has nothing left to do.
        ["migrate"] = (_, _) => Task.CompletedTask,
        ["seed-demo"] = DemoSetup.SeedAsync,
        ["rebuild"] = RebuildAsync,
    };

    /// <summary>The command among the arguments; null when pages are to be served.</summary>
    /// <exception cref="StartupException">It is not one of ours.</exception>
    public static string? Named(string[] args)
    {
        var name = args.FirstOrDefault();
        if (name is null || name.StartsWith('-') || name.Contains('='))
            return null;

        return Known.ContainsKey(name) ? name : throw new StartupException($"'{name}' is not a command: use one of {string.Join(", ", Known.Keys)}, or none to serve the pages.");
    }

    public static Task RunAsync(string name, WebApplication app, CancellationToken cancellation) => Known[name](app, cancellation);

    /// <summary>Folds every organization's standings from their ledgers again, and says what differed.</summary>
    private static async Task RebuildAsync(WebApplication app, CancellationToken cancellation)
    {
        foreach (var organization in await OrganizationsAsync(app, cancellation))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
            await db.EnterAsync(organization, cancellation);
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            var report = await scope.ServiceProvider.GetRequiredService<RebuildService>().RunAsync(cancellation);
            Console.WriteLine($"{organization}: {report.Relationships} standings rebuilt, {report.Differed} differed; {report.Tallies} days counted.");
        }
    }

    private static async Task<List<Guid>> OrganizationsAsync(WebApplication app, CancellationToken cancellation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterDirectoryAsync(cancellation);
        return await db.Organizations.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).Select(o => o.Id).ToListAsync(cancellation);
    }
}
