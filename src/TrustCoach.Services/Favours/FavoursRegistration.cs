using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Favours;

internal static class FavoursRegistration
{
    public static IServiceCollection AddFavours(this IServiceCollection services) => services.AddScoped<GiveAndTakeQuery>().AddScoped<ThanksQuery>().AddScoped<FavourService>();
}
