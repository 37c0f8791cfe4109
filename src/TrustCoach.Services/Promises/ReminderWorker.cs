using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Promises;

/// <summary>Looks once a minute whose hour for a reminder has come. Several instances may look: a row's lock and its day keep it to one mail.</summary>
public sealed partial class ReminderWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReminderWorker> logger) : BackgroundService
{
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
                // The database may be away for a while: the next minute asks again.
                LogFailed(failure);
            }
        }
    }

    /// <summary>Goes through all organizations once; how many mails were written.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterDirectoryAsync(cancellation);
        var organizations = await db.Organizations.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).Select(o => o.Id).ToListAsync(cancellation);
        var (reminders, written) = (scope.ServiceProvider.GetRequiredService<ReminderService>(), 0);
        foreach (var organization in organizations)
        {
            await db.EnterAsync(organization, cancellation);
            written += await reminders.RunAsync(cancellation);
        }

        if (written > 0)
            LogWritten(written);
        return written;
    }

    [LoggerMessage(LogLevel.Information, "{Count} reminders of promises were written.")]
    private partial void LogWritten(int count);

    [LoggerMessage(LogLevel.Warning, "Reminders could not be written; they are tried again in a minute.")]
    private partial void LogFailed(Exception failure);
}
