using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Briefings;

internal static class BriefingsRegistration
{
    public static IServiceCollection AddBriefings(this IServiceCollection services) => services
        .AddSingleton<AuthorSeal>().AddSingleton<SelfCheckSeal>().AddScoped<SelfCheckService>().AddScoped<BriefingQuery>();
}
