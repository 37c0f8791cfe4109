using TrustCoach.Domain.People;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Mail;

/// <summary>The words of every mail.</summary>
internal static class MailTexts
{
    public static OutgoingMail Invitation(Invitation invitation, Actor actor, string link, DateTimeOffset now) => new(
        actor.OrganizationId, invitation.Email, $"{OneLine(actor.Name)} invites you to TrustCoach",
        $"""
        Hello {invitation.Name},

        {actor.Name} of {actor.OrganizationName} invites you to TrustCoach.
        Choose a password and you are in:

        {link}

        The link works once, until {invitation.ExpiresAt:d MMMM yyyy}. If you did not expect it, leave it: nothing happens.
        """, now);

    public static OutgoingMail Reset(Account account, string link, DateTimeOffset now) => new(
        account.OrganizationId, account.Email!, "A new password for TrustCoach",
        $"""
        Somebody, you we hope, asked for a new password for this address. Choose one here:

        {link}

        The link works once, for a day. If it was not you, leave it: your password stays as it is.
        """, now);

    public static OutgoingMail Confirm(Account account, string link, DateTimeOffset now) => new(
        account.OrganizationId, account.Email!, "Confirm your address for TrustCoach",
        $"""
        Confirm that this address is yours:

        {link}

        If you did not ask for this, leave it.
        """, now);

    /// <param name="text">What it means, in a sentence.</param>
    public static OutgoingMail SecondFactor(Account account, string subject, string text, DateTimeOffset now) => new(
        account.OrganizationId, account.Email!, $"{subject} (TrustCoach)",
        $"""
        {subject}. {text}

        If you know nothing of this, change your password and tell an admin of your organization.
        """, now);

    // What the event was and why it is disputed stays inside: a mail may be read by anybody on its way.
    public static OutgoingMail DisputeRaised(Actor rep, string to, DateOnly due, string link, DateTimeOffset now) => new(
        rep.OrganizationId, to, $"{OneLine(rep.Name)} disputes an event (TrustCoach)",
        $"""
        {rep.Name} disputes an event of their record. It weighs nothing until it is answered.
        The answer is owed by {due:d MMMM yyyy}:

        {link}
        """, now);

    public static OutgoingMail DisputeAnswered(Actor by, string to, string link, DateTimeOffset now) => new(
        by.OrganizationId, to, $"{OneLine(by.Name)} has answered your dispute (TrustCoach)",
        $"""
        {by.Name} has answered your dispute. Both texts are kept here:

        {link}
        """, now);

    /// <param name="about">"3 promises due on Tuesday 24 November".</param>
    /// <param name="lines">A line each, soonest first.</param>
    public static OutgoingMail Reminder(
        Guid organizationId, string to, string about, IEnumerable<string> lines, string address, DateTimeOffset now) => new(
        organizationId, to, $"{OneLine(about)} (TrustCoach)",
        $"""
        {string.Join("\n", lines)}

        Say that they are kept, or agree on a new date in time:

        {address}/promises

        One such mail a day at most. Another hour, or none: {address}/account/profile
        """, now);

    // A header takes one line; a name with a line break must not start another header.
    private static string OneLine(string text)
    {
        var line = string.Concat(text.Where(c => !char.IsControl(c)));
        return line.Length > 120 ? line[..120] : line;
    }
}
