using System.ComponentModel.DataAnnotations;

namespace TrustCoach.Services.Mail;

/// <summary>The mail server, from "TrustCoach:Mail". Without a host nothing is sent and mails wait in their table.</summary>
public sealed record MailSettings
{
    public string? Host { get; init; }

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    [EmailAddress]
    public string? From { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>STARTTLS before anything is said; false only for a server on the same machine or network.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>How long to wait for the server with one mail.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; init; } = 20;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);
}
