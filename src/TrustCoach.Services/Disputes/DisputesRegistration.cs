using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Disputes;

internal static class DisputesRegistration
{
    public static IServiceCollection AddDisputes(this IServiceCollection services) => services
        .AddScoped<DisputeBook>().AddScoped<DisputedEvents>().AddScoped<DisputeService>()
        .AddScoped<DisputesQuery>().AddScoped<DisputeQuery>().AddScoped<ManagerPromisesQuery>();
}
