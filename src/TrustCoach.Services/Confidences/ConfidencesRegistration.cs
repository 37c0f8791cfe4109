using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Confidences;

internal static class ConfidencesRegistration
{
    public static IServiceCollection AddConfidences(this IServiceCollection services) => services.AddSingleton<SecretSeal>().AddScoped<SecretService>();
}
