using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrustCoach.Services.Jobs;

namespace TrustCoach.Services.Coaching;

/// <summary>Writes the points of each organization soon after its week has closed. Looks every quarter of an hour: zones differ.</summary>
public sealed class WeeklyPointsWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WeeklyPointsWorker> logger)
    : OrganizationWorker(TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(15), scopes, clock, logger)
{
    protected override async Task WorkAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var points = services.GetRequiredService<WeeklyPointsService>();
        await points.FillAsync(await points.DueAsync(cancellation), cancellation);
    }
}
