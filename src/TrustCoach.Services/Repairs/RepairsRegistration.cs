using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Repairs;

internal static class RepairsRegistration
{
    /// <summary>What the page of a repair plan calls.</summary>
    public static IServiceCollection AddRepairs(this IServiceCollection services) => services.AddScoped<RepairPlanService>().AddScoped<RepairPlanQuery>();
}
