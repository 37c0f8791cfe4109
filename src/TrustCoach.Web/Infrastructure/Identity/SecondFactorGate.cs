using Microsoft.AspNetCore.Authorization;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>Marks what stays open to somebody who owes a second factor: setting it up, and signing out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenWithoutSecondFactorAttribute : Attribute;

/// <summary>Leads who owes a second factor to set it up, from wherever they go, and lets nothing else through.</summary>
public static class SecondFactorGate
{
    public const string Path = "/account/second-factor/set-up";

    public static Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (context.ActorOrNull()?.OwesSecondFactor != true || IsOpen(context.GetEndpoint()))
            return next(context);
        if (context.Request.Path.StartsWithSegments("/api"))
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            context.Response.Redirect(context.Request.PathBase + Path + SignInUrl.WayBack(context.Request));
        return Task.CompletedTask;
    }

    // What is no page is nobody's, and what is open to strangers shows nothing.
    private static bool IsOpen(Endpoint? endpoint) =>
        endpoint is null || endpoint.Metadata.GetMetadata<OpenWithoutSecondFactorAttribute>() is not null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
