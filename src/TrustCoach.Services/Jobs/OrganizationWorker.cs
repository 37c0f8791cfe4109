using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Jobs;

/// <summary>
/// Goes round all organizations and does for each what falls due by the clock alone. Several instances may go round at once: the work
/// itself sees to it that nothing is done twice.
/// </summary>
/// <param name="first">How long after the start the first round begins.</param>
/// <param name="between">The pause between two rounds.</param>
public abstract partial class OrganizationWorker(
    TimeSpan first, TimeSpan between, IServiceScopeFactory scopes, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>Goes round once.</summary>
    public async Task RunOnceAsync(CancellationToken cancellation)
    {
        foreach (var organization in await OrganizationsAsync(cancellation))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TrustCoachDb>().EnterAsync(organization, cancellation);
            await WorkAsync(scope.ServiceProvider, cancellation);
        }
    }

    /// <summary>Does what is due in one organization.</summary>
    /// <param name="services">Of that organization.</param>
    protected abstract Task WorkAsync(IServiceProvider services, CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = first; ; wait = between)
        {
            await Task.Delay(wait, clock, stoppingToken);
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while: the next round does what this one did not.
                LogFailed(GetType().Name, failure);
            }
        }
    }

    private async Task<List<Guid>> OrganizationsAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterDirectoryAsync(cancellation);
        return await db.Organizations.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).Select(o => o.Id).ToListAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "A round of {Worker} did not end; the next one does what it left.")]
    private partial void LogFailed(string worker, Exception failure);
}
