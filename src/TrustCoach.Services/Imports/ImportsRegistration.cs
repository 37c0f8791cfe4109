using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Imports;

internal static class ImportsRegistration
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddScoped<ImportService>().AddScoped<ImportQuery>();
        services.AddScoped<ImportPlanner>().AddScoped<ImportRunner>().AddScoped<ImportUndo>().AddSingleton<ImportProgress>();
        // One instance for the host and for those who want to run what is due at once.
        return services.AddSingleton<ImportWorker>().AddHostedService(provider => provider.GetRequiredService<ImportWorker>());
    }
}
