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
    public string? From { get; init; }

    public bool Tls { get; init; } = true;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);
}
