using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace TrustCoach.Web.Infrastructure.Security;

/// <summary>On every response, errors and assets too: nothing runs, frames or leaks but what the app itself serves.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly StringValues Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    private static readonly StringValues Permissions =
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";

    public Task InvokeAsync(HttpContext context)
    {
        // As the response starts, because the error pages clear what was set before.
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpResponse)state).Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = Permissions;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.Remove(HeaderNames.XPoweredBy);
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }
}
