using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Opportunities;

internal static class OpportunitiesRegistration
{
    public static IServiceCollection AddOpportunities(this IServiceCollection services) => services
        .AddScoped<OfferReadings>().AddScoped<OfferClock>().AddScoped<OpportunityService>()
        .AddScoped<OpportunitiesQuery>().AddScoped<RisksAndOffersQuery>().AddScoped<OfferComparisonQuery>();
}
