using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Rules;

internal static class RulesRegistration
{
    public static IServiceCollection AddRules(this IServiceCollection services)
    {
        services.AddScoped<RuleDraftService>().AddScoped<RulePublisher>().AddScoped<RulesQuery>().AddScoped<RulePreviewQuery>();
        services.AddScoped<RulePreviewer>().AddScoped<RuleExchange>().AddScoped<RuleRebuild>();
        // One instance for the host and for those who want to run what is due at once.
        return services.AddSingleton<RuleWorker>().AddHostedService(provider => provider.GetRequiredService<RuleWorker>());
    }
}
