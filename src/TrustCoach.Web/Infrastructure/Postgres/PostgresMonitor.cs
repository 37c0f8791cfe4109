using Npgsql;

namespace TrustCoach.Web.Infrastructure.Postgres;

/// <summary>Starts the private database again when it dies under the running app.</summary>
public sealed partial class PostgresMonitor(EmbeddedPostgres postgres, NpgsqlDataSource connections, ILogger<PostgresMonitor> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!await postgres.ReviveAsync(stoppingToken))
                    continue;

                connections.Clear(); // the old server's are dead, and each would fail one request
                LogRevived();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The dead server's children may still hold its memory for a moment: the next tick tries again.
                LogStillDown(failure.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The private database had died and was started again")]
    private partial void LogRevived();

    [LoggerMessage(Level = LogLevel.Error, Message = "The private database is down and did not start: {Reason}")]
    private partial void LogStillDown(string reason);
}
