using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustCoach.Domain.Rules;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Rules;

/// <summary>Works through previews and rebuilds that wait, one at a time in each instance; a job that another instance works on is passed over.</summary>
public sealed partial class RuleWorker(IServiceScopeFactory scopes, NpgsqlDataSource source, TimeProvider clock, ILogger<RuleWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Works through all jobs that wait now, as far as they go.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        foreach (var job in await DueAsync(cancellation))
        {
            await using var claim = await source.OpenConnectionAsync(cancellation);
            if (!await claim.ClaimAsync($"rules job {job.Id}", cancellation))
                continue;
            try
            {
                await WorkAsync(job, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                LogFailed(failure, job.Id);
                await FailAsync(job, cancellation);
            }
        }
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
                LogLater(failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<List<DueJob>> DueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterDirectoryAsync(cancellation);
        return await db.RuleJobs.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).AsNoTracking()
            .Where(j => j.State == RuleJobState.Open).OrderBy(j => j.Id).Select(j => new DueJob(j.OrganizationId, j.Id, j.Kind)).ToListAsync(cancellation);
    }

    private async Task WorkAsync(DueJob job, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterAsync(job.OrganizationId, cancellation);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        if (job.Kind == RuleJobKind.Preview)
        {
            await scope.ServiceProvider.GetRequiredService<RulePreviewer>().RunAsync(job.Id, cancellation);
            return;
        }

        var rebuild = scope.ServiceProvider.GetRequiredService<RuleRebuild>();
        while (await rebuild.StepAsync(job.Id, cancellation) == RebuildStep.Folded)
        {
        }
    }

    private async Task FailAsync(DueJob due, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterAsync(due.OrganizationId, cancellation);
        var job = await db.RuleJobs.SingleAsync(j => j.Id == due.Id, cancellation);
        job.Fail("It was interrupted by an error and is tried again by itself. The numbers shown are those of the rules in force.", clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Rules jobs will be tried again: {Failure}")]
    private partial void LogLater(string failure);

    [LoggerMessage(LogLevel.Error, "Rules job {JobId} failed; it is tried again")]
    private partial void LogFailed(Exception failure, Guid jobId);

    private sealed record DueJob(Guid OrganizationId, Guid Id, RuleJobKind Kind);
}
