using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Mail;

/// <summary>Sends what waits, every few seconds; several instances share the work. Addresses and contents are never logged.</summary>
public sealed partial class MailSender(IServiceScopeFactory scopes, IOptions<MailSettings> settings, TimeProvider clock, ILogger<MailSender> logger) : BackgroundService
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

    /// <summary>Goes through all organizations once; how many mails left.</summary>
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
            while (await SendNextAsync(db, cancellation))
                sent++;
        }

        return sent;
    }

    // One mail a transaction: a mail that was handed over is noted at once, whatever happens to the next.
    private async Task<bool> SendNextAsync(TrustCoachDb db, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow();
        var mail = await db.Mails
            .FromSql($"""
                select * from mails
                 where organization_id = {db.Organization.Id} and sent_at is null and due_at <= {now}
                 order by due_at limit 1 for update skip locked
                """)
            .SingleOrDefaultAsync(cancellation);
        if (mail is null)
            return false;
        try
        {
            await HandOverAsync(mail, cancellation);
            mail.Sent(now);
        }
        catch (Exception refused) when (refused is SmtpException or FormatException or InvalidOperationException)
        {
            // The type and the server's code only: the text of the error repeats the address.
            var code = (refused as SmtpException)?.StatusCode.ToString() ?? refused.GetType().Name;
            mail.Failed(code, now);
            LogRefused(mail.Id, code, mail.Attempts);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return true;
    }

    private async Task HandOverAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var to = settings.Value;
        using var client = new SmtpClient(to.Host, to.Port) { EnableSsl = to.Tls, Timeout = 20_000 };
        if (!string.IsNullOrEmpty(to.User))
            client.Credentials = new NetworkCredential(to.User, to.Password);
        using var message = new MailMessage(new MailAddress(to.From!, "TrustCoach"), new MailAddress(mail.To))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        await client.SendMailAsync(message, cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Mails could not be sent ({Reason}); they are tried again.")]
    private partial void LogFailed(string reason);

    [LoggerMessage(LogLevel.Warning, "Mail {MailId} was refused ({Code}) at attempt {Attempt}; it is tried again later.")]
    private partial void LogRefused(Guid mailId, string code, int attempt);
}
