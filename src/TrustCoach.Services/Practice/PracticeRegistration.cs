using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Practice;

internal static class PracticeRegistration
{
    /// <summary>What the page of one's own progress calls.</summary>
    public static IServiceCollection AddPractice(this IServiceCollection services) =>
        services.AddScoped<HabitCountsQuery>().AddScoped<HabitBook>().AddScoped<HabitService>().AddScoped<ProgressQuery>()
        .AddScoped<CloseCallService>().AddScoped<RadarQuery>();
}
