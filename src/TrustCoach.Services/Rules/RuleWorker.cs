using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustCoach.Domain.Rules;
using TrustCoach.Services.Data;
using TrustCoach.Services.Jobs;

namespace TrustCoach.Services.Rules;

/// <summary>A preview or a rebuild that waits.</summary>
public sealed record DueRuleJob(Guid OrganizationId, Guid Id, RuleJobKind Kind) : WaitingJob(OrganizationId, Id);

/// <summary>Works through previews and rebuilds that wait.</summary>
public sealed partial class RuleWorker(IServiceScopeFactory scopes, NpgsqlDataSource source, TimeProvider clock, ILogger<RuleWorker> logger)
    : JobWorker<DueRuleJob>("rules job", scopes, source, clock, logger)
{
    private readonly TimeProvider _clock = clock;

    protected override Task<List<DueRuleJob>> DueAsync(TrustCoachDb directory, CancellationToken cancellation) =>
        directory.RuleJobs.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).AsNoTracking()
            .Where(j => j.State == RuleJobState.Open).OrderBy(j => j.Id).Select(j => new DueRuleJob(j.OrganizationId, j.Id, j.Kind)).ToListAsync(cancellation);

    protected override async Task WorkAsync(DueRuleJob job, CancellationToken cancellation)
    {
        try
        {
            await InScopeAsync(job, (services, _) => WorkAsync(services, job, cancellation), cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(failure, job.Id);
            await InScopeAsync(job, (_, db) => FailAsync(db, job.Id, cancellation), cancellation);
        }
    }

    private static async Task WorkAsync(IServiceProvider services, DueRuleJob job, CancellationToken cancellation)
    {
        if (job.Kind == RuleJobKind.Preview)
        {
            await services.GetRequiredService<RulePreviewer>().RunAsync(job.Id, cancellation);
            return;
        }

        var rebuild = services.GetRequiredService<RuleRebuild>();
        while (await rebuild.StepAsync(job.Id, cancellation) == RebuildStep.Folded)
        {
        }
    }

    private async Task FailAsync(TrustCoachDb db, Guid jobId, CancellationToken cancellation)
    {
        var job = await db.RuleJobs.SingleAsync(j => j.Id == jobId, cancellation);
        job.Fail("It was interrupted by an error and is tried again by itself. The numbers shown are those of the rules in force.", _clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Error, "Rules job {JobId} failed; it is tried again")]
    private partial void LogFailed(Exception failure, Guid jobId);
}
