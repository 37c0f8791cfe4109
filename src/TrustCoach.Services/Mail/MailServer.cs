using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Options;

namespace TrustCoach.Services.Mail;

/// <summary>Why a mail stays for now. Its words hold no address: they go to the log and the settings.</summary>
/// <param name="IsServers">True when the next mail would fare no better: the server is away, silent, or refuses us.</param>
public sealed record MailRefusal(string Reason, bool IsServers);

/// <summary>Hands mails to the configured SMTP server, encrypted by STARTTLS unless told otherwise.</summary>
public sealed class MailServer(IOptions<MailSettings> settings)
{
    /// <returns>Null when the server took the mail.</returns>
    public async Task<MailRefusal?> HandOverAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(mail, cancellation);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return Refusal(failure);
        }
    }

    private async Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var to = settings.Value;
        using var client = new SmtpClient(to.Host, to.Port) { EnableSsl = to.Tls };
        if (!string.IsNullOrEmpty(to.User))
            client.Credentials = new NetworkCredential(to.User, to.Password);
        using var message = new MailMessage(new MailAddress(to.From!, "TrustCoach"), new MailAddress(mail.To))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        if (mail.Html is not null)
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        if (mail.StopUrl is not null)
            message.Headers.Add("List-Unsubscribe", $"<{mail.StopUrl}>");
        // The client's own limit does not hold for sending without blocking, nor for connecting.
        await client.SendMailAsync(message, cancellation).WaitAsync(TimeSpan.FromSeconds(to.TimeoutSeconds), cancellation);
    }

    private MailRefusal Refusal(Exception failure) => failure switch
    {
        SmtpFailedRecipientException recipient => new($"The mail server refuses this address ({(int)recipient.StatusCode}).", false),
        FormatException => new("This is no address mail can be sent to.", false),
        TimeoutException or OperationCanceledException => new($"The mail server did not answer within {settings.Value.TimeoutSeconds} seconds.", true),
        SmtpException { InnerException: AuthenticationException } => new("No TLS connection with the mail server: its certificate is not trusted, or the protocols differ.", true),
        SmtpException { StatusCode: > 0 } refused => new($"The mail server refused the mail ({(int)refused.StatusCode}).", true),
        _ => Cause<SocketException>(failure) is { } socket
            ? new($"The mail server was not reached ({socket.SocketErrorCode}).", true)
            : new($"The mail could not be handed over ({(failure.InnerException ?? failure).GetType().Name}).", true),
    };

    private static T? Cause<T>(Exception? failure)
        where T : Exception
    {
        while (failure is not (null or T))
            failure = failure.InnerException;
        return failure as T;
    }
}
