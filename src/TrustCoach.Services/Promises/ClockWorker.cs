using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustCoach.Services.Opportunities;

namespace TrustCoach.Services.Promises;

/// <summary>Lets the clock book once a minute, in one instance of however many run: who holds the advisory lock works, the others wait for the next minute.</summary>
public sealed partial class ClockWorker(IServiceScopeFactory scopes, NpgsqlDataSource source, TimeProvider clock, ILogger<ClockWorker> logger) : BackgroundService
{
    private const long LockKey = 7421;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while: the clock asks again in a minute.
                LogFailed(failure);
            }
        }
    }

    /// <summary>Books once if no other instance is at it; how many promises were closed, or null when another one had the lock.</summary>
    public async Task<int?> RunOnceAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var take = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = LockKey } } };
        if (await take.ExecuteScalarAsync(cancellation) is not true)
            return null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var closed = await scope.ServiceProvider.GetRequiredService<ClockService>().RunAsync(cancellation);
            await scope.ServiceProvider.GetRequiredService<OfferClock>().RunAsync(cancellation);
            return closed;
        }
        finally
        {
            await using var release = new NpgsqlCommand("select pg_advisory_unlock($1)", connection) { Parameters = { new() { Value = LockKey } } };
            await release.ExecuteScalarAsync(CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The clock could not book; it tries again in a minute.")]
    private partial void LogFailed(Exception failure);
}
