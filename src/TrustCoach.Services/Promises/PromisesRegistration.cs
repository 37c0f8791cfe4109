using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Services.Coaching;

namespace TrustCoach.Services.Promises;

internal static class PromisesRegistration
{
    public static IServiceCollection AddPromises(this IServiceCollection services)
    {
        services.AddScoped<PromiseBook>().AddScoped<PromiseService>();
        services.AddScoped<PromiseQuery>().AddScoped<PromisesQuery>().AddScoped<KeptRatioQuery>()
            .AddScoped<PromiseLoadQuery>().AddScoped<PromiseCosts>();
        services.AddScoped<ReminderService>().AddHostedService<ReminderWorker>();
        services.AddScoped<RecentScoresQuery>().AddScoped<SlippingQuery>().AddScoped<TodayQuery>();
        return services.AddScoped<ClockService>().AddHostedService<ClockWorker>();
    }
}
