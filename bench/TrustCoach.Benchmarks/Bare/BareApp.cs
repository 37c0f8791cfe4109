using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace TrustCoach.Benchmarks.Bare;

/// <summary>The smallest Razor pages that do what a page of the product does: what its speed is divided by.</summary>
internal static class BareApp
{
    public static async Task RunAsync(Options options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseUrls(options.Text("urls", "http://127.0.0.1:5272")).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders();
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Bare/Pages");
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(options.Database) { MaxAutoPrepare = 100 }));

        await using var app = builder.Build();
        await PrepareAsync(app.Services.GetRequiredService<NpgsqlDataSource>());
        app.MapRazorPages();
        await app.RunAsync();
    }

    /// <summary>A table of its own, in a schema of its own: the product's tables carry what a product needs.</summary>
    private static async Task PrepareAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("""
            create schema if not exists bare;
            create table if not exists bare.log (
                id uuid primary key, relationship_id uuid not null, happened_at timestamptz not null, outcome smallint not null, summary text)
            """);
        await command.ExecuteNonQueryAsync();
    }
}
