using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrustCoach.Services.Jobs;

namespace TrustCoach.Services.Promises;

/// <summary>Looks once a minute whose hour for a reminder has come.</summary>
public sealed partial class ReminderWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReminderWorker> logger)
    : OrganizationWorker(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), scopes, clock, logger)
{
    protected override async Task WorkAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var written = await services.GetRequiredService<ReminderService>().RunAsync(cancellation);
        if (written > 0)
            LogWritten(logger, written);
    }

    [LoggerMessage(LogLevel.Information, "{Count} reminders of promises were written.")]
    private static partial void LogWritten(ILogger logger, int count);
}
