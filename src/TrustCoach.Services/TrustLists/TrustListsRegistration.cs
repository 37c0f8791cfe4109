using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.TrustLists;

internal static class TrustListsRegistration
{
    public static IServiceCollection AddTrustLists(this IServiceCollection services) =>
        services.AddSingleton<ListsSeal>().AddScoped<TwoListsBook>().AddScoped<TwoListsService>().AddScoped<ListsBesideQuery>();
}
