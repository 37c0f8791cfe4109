using System.Globalization;
using System.Threading.RateLimiting;

namespace TrustCoach.Web.Infrastructure.Security;

/// <summary>How often one address may ask. 0 in the configuration means without limit.</summary>
public static class RequestLimits
{
    /// <summary>For pages where passwords and codes are tried: <c>[EnableRateLimiting(RequestLimits.SignIn)]</c>.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Reads "TrustCoach:RequestsPerMinute" and "TrustCoach:SignInsPerMinute".</summary>
    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        // Generous, because a whole office may come from one address.
        var requests = builder.Configuration.GetValue("TrustCoach:RequestsPerMinute", 3000);
        var signIns = builder.Configuration.GetValue("TrustCoach:SignInsPerMinute", 30);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = static (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                IsLimited(context.Request.Path) ? PerAddress(context, requests) : Unlimited);
            options.AddPolicy(SignIn, context =>
                HttpMethods.IsPost(context.Request.Method) ? PerAddress(context, signIns) : Unlimited);
        });
    }

    public static void UseRequestLimits(this WebApplication app) => app.UseRateLimiter();

    // A key no address has: whoever asks first decides what limiter a key gets.
    private static RateLimitPartition<string> Unlimited => RateLimitPartition.GetNoLimiter("unlimited");

    private static bool IsLimited(PathString path) => !path.StartsWithSegments("/dist") && !path.StartsWithSegments("/health");

    private static RateLimitPartition<string> PerAddress(HttpContext context, int perMinute)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        return perMinute == 0
            ? RateLimitPartition.GetNoLimiter(address)
            : RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = perMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            });
    }
}
