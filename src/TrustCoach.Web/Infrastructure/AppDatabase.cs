using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Services.Data;
using TrustCoach.Web.Infrastructure.Postgres;

namespace TrustCoach.Web.Infrastructure;

/// <summary>The database the app works on: the configured server, or a private one of its own.</summary>
public sealed class AppDatabase : IAsyncDisposable
{
    private const string Name = "trustcoach";

    private AppDatabase(string connectionString, EmbeddedPostgres? embedded) =>
        (ConnectionString, Embedded) = (WithLimits(connectionString), embedded);

    public string ConnectionString { get; }

    /// <summary>The private server; null when a server is configured.</summary>
    public EmbeddedPostgres? Embedded { get; }

    /// <exception cref="StartupException">There is no database to work on.</exception>
    public static async Task<AppDatabase> OpenAsync(WebApplicationBuilder builder, ILogger logger, CancellationToken cancellation)
    {
        var configured = builder.Configuration.GetConnectionString("TrustCoach");
        // "dotnet ef" builds the app only to look at the model.
        if (EF.IsDesignTime)
            return new AppDatabase(configured ?? "Host=localhost;Database=" + Name, null);
        if (!string.IsNullOrWhiteSpace(configured))
        {
            await DatabaseServer.EnsureDatabaseAsync(configured, cancellation);
            return new AppDatabase(configured, null);
        }

        var home = builder.Environment.IsDevelopment() ? builder.Environment.ContentRootPath : AppContext.BaseDirectory;
        var folder = PostgresFolder.Choose(builder.Configuration["TrustCoach:DataFolder"], home, builder.Environment.ContentRootPath);
        var embedded = await EmbeddedPostgres.StartAsync(folder, PostgresSettings.Durable, logger, cancellation);
        var connectionString = embedded.ConnectionString(Name);
        await DatabaseServer.EnsureDatabaseAsync(connectionString, cancellation);
        return new AppDatabase(connectionString, embedded);
    }

    /// <summary>Migrates to what this version needs.</summary>
    /// <exception cref="StartupException">The configured account may not.</exception>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        try
        {
            await DatabaseSetup.RunAsync(ConnectionString, cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StartupException($"The account in ConnectionStrings:TrustCoach may not prepare the database ({refused.MessageText}): let its owner run 'TrustCoach.Web migrate', or give it the right.", refused);
        }
    }

    public ValueTask DisposeAsync() => Embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>
    /// A hanging database is answered within ten seconds: five for the command, and twice two to connect and ask that it
    /// be cancelled, which hangs too. Work that may take longer sets its own limit on the command.
    /// </summary>
    private static string WithLimits(string connectionString)
    {
        var limited = new NpgsqlConnectionStringBuilder(connectionString);
        // Npgsql's own builder says yes to every keyword it knows, given or not.
        var given = new DbConnectionStringBuilder { ConnectionString = limited.ConnectionString };
        if (!given.ContainsKey("Timeout"))
            limited.Timeout = 2;
        if (!given.ContainsKey("Command Timeout"))
            limited.CommandTimeout = 5;
        if (!given.ContainsKey("Cancellation Timeout"))
            limited.CancellationTimeout = 1000;
        return limited.ConnectionString;
    }
}
