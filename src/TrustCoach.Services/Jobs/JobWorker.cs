using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Jobs;

/// <summary>Something that waits to be worked at, of one organization.</summary>
public abstract record WaitingJob(Guid OrganizationId, Guid Id);

/// <summary>
/// Asks once a second what waits and works through it, one at a time in each instance; what another instance works on is passed over.
/// </summary>
/// <param name="claims">What the claims of these jobs are called, so that ids of two kinds do not meet.</param>
public abstract partial class JobWorker<TJob>(string claims, IServiceScopeFactory scopes, NpgsqlDataSource source, TimeProvider clock, ILogger logger) : BackgroundService
    where TJob : WaitingJob
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Works through all jobs that wait now, as far as they go.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        foreach (var job in await DueAsync(cancellation))
        {
            await using var claim = await source.OpenConnectionAsync(cancellation);
            if (await claim.ClaimAsync($"{claims} {job.Id}", cancellation))
                await WorkAsync(job, cancellation);
        }
    }

    /// <summary>Reads what waits, of all organizations.</summary>
    protected abstract Task<List<TJob>> DueAsync(TrustCoachDb directory, CancellationToken cancellation);

    /// <summary>Works at one job, which nobody else does meanwhile.</summary>
    protected abstract Task WorkAsync(TJob job, CancellationToken cancellation);

    /// <summary>Does something with services of the job's organization.</summary>
    protected async Task InScopeAsync(TJob job, Func<IServiceProvider, TrustCoachDb, Task> work, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterAsync(job.OrganizationId, cancellation);
        db.Database.SetCommandTimeout(Patience);
        await work(scope.ServiceProvider, db);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // EF Core wraps a lost connection in several ways; whatever it was, the job waits where it stood.
                LogLater(claims, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<List<TJob>> DueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterDirectoryAsync(cancellation);
        return await DueAsync(db, cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Jobs of the kind '{Kind}' will be tried again: {Failure}")]
    private partial void LogLater(string kind, string failure);
}
