using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TrustCoach.Services.Data;
using TrustCoach.Web.Infrastructure.Postgres;

namespace TrustCoach.IntegrationTests.Infrastructure;

/// <summary>
/// The server the tests of this process use: the one TRUSTCOACH_TEST_DB names, else a private one in the temp folder.
/// It holds one migrated template, which every test class gets a copy of.
/// </summary>
public static class TestPostgres
{
    private const string FolderPrefix = "trustcoach-test-";

    private static readonly string Template = string.Create(CultureInfo.InvariantCulture, $"tc_template_{Environment.ProcessId}");
    // Collected as garbage, their pipes would close, which stops the server.
    private static readonly List<object> KeptOpen = [];
    private static readonly Lazy<Task<string>> Server = new(StartAsync);
    private static readonly Lazy<Task> MigratedTemplate = new(MigrateTemplateAsync);

    /// <summary>Connects to a database of the server.</summary>
    public static async Task<string> ConnectionStringAsync(string database) =>
        new NpgsqlConnectionStringBuilder(await Server.Value) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>Copies the migrated template: some 30 ms.</summary>
    public static async Task CopyTemplateAsync(string database)
    {
        await MigratedTemplate.Value;
        await ExecuteAsync($"create database {database} template {Template}");
    }

    public static Task DropAsync(string database) => ExecuteAsync($"drop database if exists {database} with (force)");

    private static async Task MigrateTemplateAsync()
    {
        await ExecuteAsync($"create database {Template}");
        var settings = new NpgsqlConnectionStringBuilder(await ConnectionStringAsync(Template)) { Pooling = false };
        await DatabaseSetup.RunAsync(settings.ConnectionString, CancellationToken.None);
    }

    /// <summary>Runs a statement as the server's own superuser.</summary>
    public static async Task ExecuteAsync(string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder(await Server.Value) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("TRUSTCOACH_TEST_DB") is { Length: > 0 } given)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAsync(Template).GetAwaiter().GetResult();
            return given;
        }

        RemoveLeftovers();
        var root = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{FolderPrefix}{Environment.ProcessId}"));
        var folder = PostgresFolder.Choose(root, root, Repository.Web);
        var postgres = await EmbeddedPostgres.StartAsync(folder, PostgresSettings.Throwaway, NullLogger.Instance, CancellationToken.None);
        KeptOpen.Add(postgres);
        RemoveAtTheEnd(root);
        return postgres.ConnectionString("postgres");
    }

    /// <summary>The test runner gives no time to tidy up: a process waits for our end, and for the watchdog to stop the server.</summary>
    private static void RemoveAtTheEnd(string root)
    {
        if (OperatingSystem.IsWindows())
            return;

        const string script = """trap '' INT TERM HUP; cat >/dev/null; while [ -e "$0/cluster/postmaster.pid" ]; do sleep 0.2; done; rm -rf "$0" """;
        KeptOpen.Add(Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script, root]) { RedirectStandardInput = true })!);
    }

    /// <summary>Folders of runs that were cut short.</summary>
    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            var owner = int.TryParse(Path.GetFileName(folder)[FolderPrefix.Length..], CultureInfo.InvariantCulture, out var pid) ? pid : 0;
            if (Array.Exists(Process.GetProcesses(), process => process.Id == owner))
                continue;
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
            {
                // Somebody else's, or just being removed by another run.
            }
        }
    }
}
