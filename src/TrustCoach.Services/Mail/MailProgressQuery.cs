using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Mail;

/// <summary>Where a mail is on its way.</summary>
public enum MailState
{
    /// <summary>Not tried yet.</summary>
    Waiting,

    /// <summary>Tried in vain, and to be tried again.</summary>
    Later,
    Sent,

    /// <summary>Tried in vain for too long.</summary>
    GivenUp,
}

/// <summary>One mail as an admin sees it: never what it says.</summary>
public sealed record MailRow(string To, string Subject, DateTimeOffset CreatedAt, DateTimeOffset DueAt, int Attempts, string? LastError, MailState State);

/// <param name="Waiting">Mails still to be sent, tried or not.</param>
/// <param name="Later">Those of them that were tried in vain.</param>
/// <param name="Rows">The latest fifty.</param>
public sealed record MailProgress(bool IsConfigured, int Waiting, int Later, IReadOnlyList<MailRow> Rows);

/// <summary>Tells how the organization's mails fare.</summary>
public sealed class MailProgressQuery(TrustCoachDb db, IOptions<MailSettings> settings, TimeProvider clock)
{
    public async Task<MailProgress> RunAsync(CancellationToken cancellation)
    {
        var oldest = clock.GetUtcNow() - OutgoingMail.TriedFor;
        var open = await db.Mails.Where(m => m.SentAt == null && m.CreatedAt > oldest)
            .GroupBy(_ => 1).Select(g => new { All = g.Count(), Tried = g.Count(m => m.Attempts > 0) }).SingleOrDefaultAsync(cancellation);
        var rows = await db.Mails.OrderByDescending(m => m.Id).Take(50)
            .Select(m => new MailRow(m.To, m.Subject, m.CreatedAt, m.DueAt, m.Attempts, m.LastError,
                m.SentAt != null ? MailState.Sent : m.CreatedAt <= oldest ? MailState.GivenUp : m.Attempts > 0 ? MailState.Later : MailState.Waiting))
            .ToListAsync(cancellation);
        return new(settings.Value.IsConfigured, open?.All ?? 0, open?.Tried ?? 0, rows);
    }
}

/// <summary>Makes what was tried in vain due at once.</summary>
public sealed class MailRetry(TrustCoachDb db, TimeProvider clock)
{
    public Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.Mails.Where(m => m.SentAt == null && m.DueAt > now).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, now), cancellation);
    }
}
