using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.Lessons;

namespace TrustCoach.Services.Lessons;

internal static class LessonsRegistration
{
    /// <summary>What the pages of the weekly lesson call.</summary>
    public static IServiceCollection AddLessons(this IServiceCollection services)
    {
        services.AddSingleton(_ => LessonShelf.Own).AddSingleton<LessonTexts>();
        services.AddScoped<LessonLookQuery>().AddScoped<LessonOrderQuery>().AddScoped<LessonQuery>().AddScoped<LessonYearQuery>();
        return services.AddScoped<LessonMarkService>().AddScoped<TeamLessonsQuery>().AddScoped<LessonOrderService>();
    }
}
