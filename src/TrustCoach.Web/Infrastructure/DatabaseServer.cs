using Npgsql;

namespace TrustCoach.Web.Infrastructure;

/// <summary>The server a connection string names, as the app finds it at start.</summary>
public static class DatabaseServer
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Creates the database when it is missing; several instances may do so at once.</summary>
    /// <exception cref="StartupException">The server is not reached, or refuses the account.</exception>
    public static async Task EnsureDatabaseAsync(string connectionString, CancellationToken cancellation)
    {
        var settings = Read(connectionString);
        try
        {
            if (!await ExistsAsync(settings, cancellation))
                await CreateAsync(settings, cancellation);
        }
        catch (NpgsqlException failure)
        {
            throw Explain(settings, failure);
        }
    }

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 10 };
            return string.IsNullOrEmpty(settings.Host) || string.IsNullOrEmpty(settings.Database)
                ? throw new StartupException("ConnectionStrings:TrustCoach must name a Host and a Database, for example 'Host=localhost;Database=trustcoach;Username=trustcoach;Password=...'.")
                : settings;
        }
        catch (ArgumentException unreadable)
        {
            throw new StartupException($"ConnectionStrings:TrustCoach cannot be read ({unreadable.Message.ReplaceLineEndings(" ")}): write it as 'Host=...;Database=...;Username=...;Password=...'.", unreadable);
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnectionStringBuilder settings, CancellationToken cancellation)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(settings.ConnectionString);
                await connection.OpenAsync(cancellation);
                return true;
            }
            catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
            {
                return false;
            }
            catch (PostgresException starting) when (starting.SqlState == PostgresErrorCodes.CannotConnectNow && tries < 120)
            {
                await Task.Delay(Pause, cancellation); // recovering after a crash: up to a minute
            }
        }
    }

    private static async Task CreateAsync(NpgsqlConnectionStringBuilder settings, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Database = "postgres" }.ConnectionString);
        await connection.OpenAsync(cancellation);
        var name = new NpgsqlCommandBuilder().QuoteIdentifier(settings.Database!);
        await using var command = new NpgsqlCommand($"create database {name} encoding 'UTF8' template template0", connection);
        try
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException another) when (another.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another instance was quicker.
        }
    }

    private static StartupException Explain(NpgsqlConnectionStringBuilder settings, NpgsqlException failure)
    {
        var server = $"{settings.Host}:{settings.Port}";
        return failure switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => new(
                $"The database server {server} refuses the account '{settings.Username}': correct Username and Password in ConnectionStrings:TrustCoach.", failure),
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => new(
                $"The database '{settings.Database}' does not exist on {server} and the account '{settings.Username}' may not create it: create it, or give the account the right.", failure),
            PostgresException refused => new(
                $"The database server {server} refuses the connection ({refused.MessageText}): put that right, or correct ConnectionStrings:TrustCoach.", failure),
            _ => new(
                $"The database server {server} cannot be reached: start it, or correct ConnectionStrings:TrustCoach.", failure),
        };
    }
}
