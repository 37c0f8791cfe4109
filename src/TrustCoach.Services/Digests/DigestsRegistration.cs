using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Digests;

internal static class DigestsRegistration
{
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddScoped<RepDigestQuery>().AddScoped<ManagerDigestQuery>().AddScoped<CoachingDigestQuery>().AddScoped<DigestQuery>();
        services.AddSingleton<DigestStopSeal>().AddSingleton<DigestPost>();
        return services.AddScoped<DigestService>().AddHostedService<DigestWorker>();
    }
}
