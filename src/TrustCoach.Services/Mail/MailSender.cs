using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Mail;

/// <summary>Sends what waits, every few seconds; several instances share the work. Addresses and contents are never logged.</summary>
public sealed partial class MailSender(
    IServiceScopeFactory scopes, MailServer server, IOptions<MailSettings> settings, TimeProvider clock, ILogger<MailSender> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Value.IsConfigured)
            return;
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure.GetType().Name);
            }
        }
    }

    /// <summary>Goes through all organizations once, as long as the server takes mails; how many left.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterDirectoryAsync(cancellation);
        var organizations = await db.Organizations.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).Select(o => o.Id).ToListAsync(cancellation);
        var sent = 0;
        foreach (var organizationId in organizations)
        {
            await db.EnterAsync(organizationId, cancellation);
            Step step;
            while ((step = await SendNextAsync(db, cancellation)) is Step.Sent or Step.Refused)
                sent += step == Step.Sent ? 1 : 0;
            if (step == Step.ServerAway)
                break; // a hundred waiting mails must not wait for it a hundred times
        }

        return sent;
    }

    // One mail a transaction: a mail that was handed over is noted at once, whatever happens to the next.
    private async Task<Step> SendNextAsync(TrustCoachDb db, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow();
        var oldest = now - OutgoingMail.TriedFor;
        var mail = await db.Mails
            .FromSql($"""
                select * from mails
                 where organization_id = {db.Organization.Id} and sent_at is null and due_at <= {now} and created_at > {oldest}
                 order by due_at limit 1 for update skip locked
                """)
            .SingleOrDefaultAsync(cancellation);
        if (mail is null)
            return Step.Nothing;
        var refusal = await server.HandOverAsync(mail, cancellation);
        if (refusal is null)
            mail.Sent(now);
        else
            mail.Failed(refusal.Reason, refusal.IsServers ? OutgoingMail.LongestWaitForServer : OutgoingMail.LongestWait, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        if (refusal is not null)
            LogRefused(mail.Id, refusal.Reason, mail.Attempts);
        return refusal is null ? Step.Sent : refusal.IsServers ? Step.ServerAway : Step.Refused;
    }

    [LoggerMessage(LogLevel.Warning, "Mails could not be sent ({Reason}); they are tried again.")]
    private partial void LogFailed(string reason);

    [LoggerMessage(LogLevel.Warning, "Mail {MailId} stays for now at attempt {Attempt}: {Reason}")]
    private partial void LogRefused(Guid mailId, string reason, int attempt);

    private enum Step
    {
        Nothing,
        Sent,
        Refused,
        ServerAway,
    }
}
