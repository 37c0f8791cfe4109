using Npgsql;

namespace TrustCoach.Services.Data
{
    public static class DatabaseSetup
    {
        public static async Task RunAsync(string connectionString, CancellationToken cancellation)
        {
            await using var source = NpgsqlDataSource.Create(connectionString);
            await using var command = source.CreateCommand("create extension if not exists pg_trgm; create extension if not exists unaccent; create table if not exists data_protection_keys (name text primary key, xml text not null)");
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}

namespace TrustCoach.Services
{
    public static class ServicesRegistration
    {
        public static IServiceCollection AddTrustCoachServices(this IServiceCollection services, string connectionString) =>
            services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
    }
}
