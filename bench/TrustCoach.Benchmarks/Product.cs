using TrustCoach.Services;

namespace TrustCoach.Benchmarks;

/// <summary>The product's services, without its pages.</summary>
internal static class Product
{
    public static ServiceProvider Services(string connectionString)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddDataProtection();
        services.AddTrustCoachServices(connectionString);
        return services.BuildServiceProvider();
    }
}
