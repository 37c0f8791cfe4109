using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Goals;

internal static class GoalsRegistration
{
    /// <summary>What the pages of goals call.</summary>
    public static IServiceCollection AddGoals(this IServiceCollection services) =>
        services.AddScoped<GoalBook>().AddScoped<GoalService>().AddScoped<CountedQuery>();
}
