using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Briefings;

internal static class BriefingsRegistration
{
    public static IServiceCollection AddBriefings(this IServiceCollection services) => services
        .AddSingleton<SelfCheckSeal>().AddScoped<SelfCheckService>().AddScoped<BriefingQuery>();
}
