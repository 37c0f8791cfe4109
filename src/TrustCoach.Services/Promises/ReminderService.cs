using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using TrustCoach.Domain;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.Mail;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Promises;

/// <summary>When a person is reminded of what they owe.</summary>
/// <param name="Hour">0 to 23 on the person's clock; null for no mail.</param>
/// <param name="Leaves">Whether a mail server is configured at all.</param>
public sealed record ReminderSetting(int? Hour, bool Leaves);

/// <summary>Mails a rep what is owed, at the hour they chose, once a day at most, and not at all when nothing is owed.</summary>
public sealed class ReminderService(TrustCoachDb db, IOptions<MailSettings> mail, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>So many are named in the mail; the rest is counted.</summary>
    public const int MostNamed = 10;

    public async Task<ReminderSetting> FindAsync(Actor actor, CancellationToken cancellation) => new(
        await db.PromiseReminders.Where(r => r.PersonId == actor.PersonId).Select(r => (int?)r.Hour).SingleOrDefaultAsync(cancellation),
        mail.Value.IsConfigured);

    /// <summary>Sets the actor's own hour; null stops the mails.</summary>
    public async Task<Problem?> SetAsync(Actor actor, int? hour, CancellationToken cancellation)
    {
        if (hour is null)
        {
            await db.PromiseReminders.Where(r => r.PersonId == actor.PersonId).ExecuteDeleteAsync(cancellation);
            return null;
        }

        var reminder = await db.PromiseReminders.SingleOrDefaultAsync(r => r.PersonId == actor.PersonId, cancellation);
        if (reminder is null)
            db.PromiseReminders.Add(reminder = new(actor.OrganizationId, actor.PersonId));
        if (reminder.At(hour.Value, actor.Zone, clock.GetUtcNow()) is { } problem)
            return problem;
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Writes the mails of the organization whose hour has come; how many. Run again or by several at once, it mails nobody twice a day.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!mail.Value.IsConfigured)
            return 0;
        var now = clock.GetUtcNow();
        var waiting = await (
            from r in db.PromiseReminders.AsNoTracking()
            join p in db.People on r.PersonId equals p.Id
            join a in db.Accounts on p.Id equals a.Id
            where p.DeactivatedAt == null && a.Email != null && a.EmailConfirmed
            select new Recipient(r, a.Email!, p.TimeZone, p.Culture)).ToListAsync(cancellation);
        var written = 0;
        foreach (var recipient in waiting.Where(w => w.Reminder.IsDue(w.Zone, now)))
            written += await RemindAsync(recipient, now, cancellation) ? 1 : 0;
        return written;
    }

    // The mail and the note that the day is done with are one transaction, under the row's lock.
    private async Task<bool> RemindAsync(Recipient to, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        var reminder = await db.PromiseReminders
            .FromSql($"select * from promise_reminders where organization_id = {db.Organization.Id} and person_id = {to.Reminder.PersonId} for update skip locked")
            .SingleOrDefaultAsync(cancellation);
        if (reminder is null || !reminder.IsDue(to.Zone, now))
            return false;
        reminder.Done(to.Zone, now);
        var text = await MailAsync(to, now, cancellation);
        if (text is not null)
            db.Mails.Add(text);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return text is not null;
    }

    private async Task<OutgoingMail?> MailAsync(Recipient to, DateTimeOffset now, CancellationToken cancellation)
    {
        var (me, today) = (to.Reminder.PersonId, Days.Of(now, to.Zone));
        var end = Days.EndOf(today.AddDays(1), to.Zone);
        // What the clock has closed by the organization's day is owed no more; a day's difference of zones is the clock's to settle.
        var owed = await (
            from p in db.Promises
            join r in db.Relationships on p.RelationshipId equals r.Id
            join c in db.Customers on p.CustomerId equals c.Id
            where p.RepId == me && p.State == PromiseState.Open && p.Direction == Direction.Ours && p.DueAt < end && p.ClosesOn > today
                && (p.Condition == null || p.ConditionMetAt != null) && r.EndedOn == null && c.ArchivedAt == null
            orderby p.DueAt, p.Id
            select new Owed(p.Text, c.Name, p.DueAt, p.HasTime)).Take(500).ToListAsync(cancellation);
        var awaited = await db.Touchpoints.CountAsync(
            t => t.RepId == me && t.Outcome == Outcome.Pending && t.VoidedAt == null && t.HappenedAt <= now
                && db.Relationships.Any(r => r.Id == t.RelationshipId && r.EndedOn == null), cancellation);
        if (owed.Count == 0 && awaited == 0)
            return null;
        List<string> lines = [.. owed.Take(MostNamed).Select(o => $"- {When(o, to, today)}: {o.Text} ({o.Customer})")];
        if (owed.Count > MostNamed)
            lines.Add($"and {owed.Count - MostNamed} more.");
        if (awaited > 0)
            lines.Add($"{(lines.Count > 0 ? "\n" : "")}{(awaited == 1 ? "One encounter asks" : $"{awaited} encounters ask")} how it went.");
        var about = owed.Count == 0 ? "How did it go?" : owed.Count == 1 ? "One promise is due" : $"{owed.Count} promises are due";
        var day = today.ToString("dddd d MMMM", CultureInfo.GetCultureInfo("en-GB"));
        return MailTexts.Reminder(
            db.Organization.Id, to.Email, $"{about}, {day}", lines, configuration["TrustCoach:Address"]!.TrimEnd('/'), now);
    }

    private static string When(Owed owed, Recipient to, DateOnly today)
    {
        var local = TimeZoneInfo.ConvertTime(owed.DueAt, to.Zone);
        var hour = owed.HasTime ? $" {local.ToString("t", CultureInfo.GetCultureInfo(to.Culture))}" : "";
        return (DateOnly.FromDateTime(local.DateTime).DayNumber - today.DayNumber) switch
        {
            0 => $"today{hour}",
            1 => $"tomorrow{hour}",
            -1 => "overdue since yesterday",
            var away => $"overdue {-away} days",
        };
    }

    private sealed record Recipient(PromiseReminder Reminder, string Email, string TimeZone, string Culture)
    {
        public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
    }

    private sealed record Owed(string Text, string Customer, DateTimeOffset DueAt, bool HasTime);
}
