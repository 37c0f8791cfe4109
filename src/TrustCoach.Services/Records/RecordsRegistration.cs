using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Records;

internal static class RecordsRegistration
{
    /// <summary>What a rep reads of their own record first, and who else reads it.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services) =>
        services.AddScoped<NewsQuery>().AddScoped<OpeningsQuery>().AddScoped<RecordService>();
}
