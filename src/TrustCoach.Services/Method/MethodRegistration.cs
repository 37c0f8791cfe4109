using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Method;

internal static class MethodRegistration
{
    public static IServiceCollection AddMethod(this IServiceCollection services) => services
        .AddScoped<MethodCardService>().AddScoped<MethodQuery>().AddScoped<TractionQuery>().AddScoped<MethodReportQuery>();
}
