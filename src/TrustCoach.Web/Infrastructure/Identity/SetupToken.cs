using System.Security.Cryptography;
using System.Text;
using TrustCoach.Services.People;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>Proves at the first run that who sets up the server can read its console: a stranger cannot claim a fresh server.</summary>
public sealed class SetupToken(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>The token: from "TrustCoach:SetupToken", else made anew at each start.</summary>
    public string Value { get; } = configuration["TrustCoach:SetupToken"] is { Length: > 0 } given ? given : RandomNumberGenerator.GetHexString(24, lowercase: true);

    /// <summary>On a developer's own machine nobody is asked.</summary>
    public bool IsAsked { get; } = !environment.IsDevelopment();

    public bool Fits(string? typed) => !IsAsked || CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(Value)), SHA256.HashData(Encoding.UTF8.GetBytes(typed?.Trim() ?? "")));
}

/// <summary>Says in the log how to set up an empty database.</summary>
public sealed partial class SetupNotice(SetupToken token, IServiceScopeFactory scopes, ILogger<SetupNotice> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!token.IsAsked)
            return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<FirstRun>().IsOpenAsync(stoppingToken))
                LogSetup(token.Value);
        }
        catch (Exception away) when (Errors.DatabaseTrouble.Is(away))
        {
            LogUnknown();
        }
    }

    [LoggerMessage(LogLevel.Warning, "No organization is set up yet. Open /setup and write this token: {Token}")]
    private partial void LogSetup(string token);

    [LoggerMessage(LogLevel.Warning, "Whether an organization is set up could not be read. Start again to see the setup token if none is.")]
    private partial void LogUnknown();
}
