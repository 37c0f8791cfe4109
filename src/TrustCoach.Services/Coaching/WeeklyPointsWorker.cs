using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Coaching;

/// <summary>Writes the points of each organization soon after its week has closed. Looks every quarter of an hour: zones differ.</summary>
public sealed partial class WeeklyPointsWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WeeklyPointsWorker> logger) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(15);

    /// <summary>Looks once at every organization.</summary>
    public async Task RunOnceAsync(CancellationToken cancellation)
    {
        foreach (var organization in await OrganizationsAsync(cancellation))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TrustCoachDb>().EnterAsync(organization, cancellation);
            var service = scope.ServiceProvider.GetRequiredService<WeeklyPointsService>();
            await service.FillAsync(await service.DueAsync(cancellation), cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = First; ; wait = Between)
        {
            await Task.Delay(wait, clock, stoppingToken);
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The next round fills what this one did not.
                LogFailed(failure);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Weekly points were not written; trying again later")]
    private partial void LogFailed(Exception failure);
}
