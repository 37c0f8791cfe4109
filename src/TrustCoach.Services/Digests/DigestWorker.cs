using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrustCoach.Services.Jobs;

namespace TrustCoach.Services.Digests;

/// <summary>Looks once a minute whose hour for the week's mail has come.</summary>
public sealed partial class DigestWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DigestWorker> logger)
    : OrganizationWorker(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), scopes, clock, logger)
{
    protected override async Task WorkAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var written = await services.GetRequiredService<DigestService>().RunAsync(cancellation);
        if (written > 0)
            LogWritten(logger, written);
    }

    [LoggerMessage(LogLevel.Information, "{Count} digests were written.")]
    private static partial void LogWritten(ILogger logger, int count);
}
