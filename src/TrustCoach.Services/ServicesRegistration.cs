using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services;

/// <summary>Registers what the pages call.</summary>
public static class ServicesRegistration
{
    /// <param name="connectionString">Of the one database. Commands are cut off after eight seconds, so that a hanging database is answered in time.</param>
    public static IServiceCollection AddTrustCoachServices(this IServiceCollection services, string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!connectionString.Contains("Command Timeout", StringComparison.OrdinalIgnoreCase))
            settings.CommandTimeout = 8;
        if (!connectionString.Contains("Timeout", StringComparison.OrdinalIgnoreCase))
            settings.Timeout = 5;
        if (!connectionString.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase))
            settings.MaxAutoPrepare = 100;

        services.AddSingleton(_ => NpgsqlDataSource.Create(settings));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<RuleBook>();
        services.AddScoped<CurrentOrganization>();
        services.AddScoped<LedgerWriter>();
        services.AddScoped<ReadingsQuery>();
        services.AddDbContext<TrustCoachDb>((provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        return services;
    }
}
