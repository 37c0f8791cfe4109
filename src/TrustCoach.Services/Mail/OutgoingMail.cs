using TrustCoach.Domain;

namespace TrustCoach.Services.Mail;

/// <summary>A mail written in the transaction that caused it, and sent afterwards.</summary>
public sealed class OutgoingMail : IInOrganization
{
    /// <summary>After so long a mail is given up: an invitation or a link for a new password is worth nothing by then.</summary>
    public static readonly TimeSpan TriedFor = TimeSpan.FromDays(5);

    /// <summary>The longest wait between two tries of an address the server refuses.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>The longest wait while the server itself is away: shorter, because people wait for their links when it is back.</summary>
    public static readonly TimeSpan LongestWaitForServer = TimeSpan.FromMinutes(15);

    private OutgoingMail() { }

    public OutgoingMail(Guid organizationId, string to, string subject, string text, DateTimeOffset now)
    {
        (OrganizationId, Id, To, Subject, Text) = (organizationId, Guid.CreateVersion7(now), to, subject, text);
        (CreatedAt, DueAt) = (now, now);
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public string To { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>The same as HTML; null for a mail that is text alone.</summary>
    public string? Html { get; init; }

    /// <summary>Where the recipient stops mails of this kind without signing in; null for those nobody asked for as a series.</summary>
    public string? StopUrl { get; init; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When to try next; later after each failure.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public int Attempts { get; private set; }

    public string? LastError { get; private set; }

    public void Sent(DateTimeOffset now) => (SentAt, LastError) = (now, null);

    public void Failed(string error, TimeSpan longestWait, DateTimeOffset now)
    {
        Attempts++;
        LastError = error.Length > 500 ? error[..500] : error;
        DueAt = now.AddMinutes(Math.Min(Math.Pow(2, Math.Min(Attempts, 16)), longestWait.TotalMinutes));
    }
}
