using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Ripples;

internal static class RipplesRegistration
{
    public static IServiceCollection AddRipples(this IServiceCollection services) =>
        services.AddScoped<LinkService>().AddScoped<LinksQuery>().AddScoped<LinkChoicesQuery>().AddScoped<RippleQuery>();
}
