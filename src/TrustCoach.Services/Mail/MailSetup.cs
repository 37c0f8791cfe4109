using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Mail;

/// <summary>Registers the sender; its settings are checked when the app starts.</summary>
internal static class MailSetup
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailSettings>().BindConfiguration("TrustCoach:Mail").ValidateDataAnnotations()
            .Validate(mail => !mail.IsConfigured || !string.IsNullOrWhiteSpace(mail.From), "TrustCoach:Mail:From is missing: the address mails come from.")
            .Validate<IConfiguration>(
                (mail, configuration) => !mail.IsConfigured || Uri.TryCreate(configuration["TrustCoach:Address"], UriKind.Absolute, out _),
                "TrustCoach:Address is missing: links in mails start with it, such as https://trust.example.com.")
            .ValidateOnStart();
        services.AddScoped<MailsQuery>().AddScoped<MailProgressQuery>().AddScoped<MailRetry>();
        services.AddSingleton<MailServer>();
        services.AddSingleton<MailSender>();
        services.AddHostedService(provider => provider.GetRequiredService<MailSender>());
    }
}
