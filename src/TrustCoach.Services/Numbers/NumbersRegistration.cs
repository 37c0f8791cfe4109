using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Numbers;

internal static class NumbersRegistration
{
    /// <summary>What the pages call that take a number other than the two scores apart.</summary>
    public static IServiceCollection AddNumbers(this IServiceCollection services) => services
        .AddScoped<RepReputationQuery>().AddScoped<RollUpQuery>().AddScoped<RelationshipPartsQuery>().AddScoped<CalibrationQuery>();
}
