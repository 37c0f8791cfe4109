using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure.Errors;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>The cookie of a signed-in browser: three ids and nothing else. The session on the server decides what they are worth.</summary>
public sealed class SignInCookie(SessionBook sessions) : CookieAuthenticationEvents
{
    public const string Name = "trustcoach";

    private const string OrganizationClaim = "organization";
    private const string SessionClaim = "session";

    /// <summary>Puts the person into the request, or signs the browser out at once when the session has ended.</summary>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (IsNobodys(context.HttpContext))
        {
            context.RejectPrincipal();
            return;
        }

        if (Ids(context.Principal) is var (organizationId, personId, sessionId)
            && await sessions.EnterAsync(organizationId, personId, sessionId, context.HttpContext.RequestAborted) is { } actor)
        {
            context.HttpContext.Enter(actor);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    /// <summary>To the sign-in page, unless that would lose what somebody typed or put the page into a part of another.</summary>
    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Path.StartsWithSegments("/api"))
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (request.Headers.ContainsKey("HX-Request"))
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            response.Headers["HX-Redirect"] = SignInUrl.ForPage(request);
        }
        else if (await TypedFields.IsOnlyHereAsync(request))
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            context.HttpContext.Features.Set(ErrorNotice.SessionEnded(SignInUrl.For(request)));
        }
        else
        {
            response.Redirect(SignInUrl.For(request));
        }
    }

    /// <summary>A page of another role says so; it does not send people to sign in again.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Who the cookie of a session speaks for.</summary>
    public static ClaimsPrincipal Principal(SignInSession session) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, session.PersonId.ToString()),
            new(OrganizationClaim, session.OrganizationId.ToString()),
            new(SessionClaim, session.Id.ToString()),
        ], CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>The session of the request's cookie; null when nobody is signed in.</summary>
    public static Guid? SessionOf(ClaimsPrincipal principal) => Ids(principal)?.SessionId;

    /// <summary>Assets, probes and unknown addresses are nobody's: they cost no look at the session.</summary>
    private static bool IsNobodys(HttpContext context) =>
        context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || context.Request.Path.StartsWithSegments("/health");

    private static (Guid OrganizationId, Guid PersonId, Guid SessionId)? Ids(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(OrganizationClaim), out var organizationId)
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var personId)
        && Guid.TryParse(principal.FindFirstValue(SessionClaim), out var sessionId)
            ? (organizationId, personId, sessionId)
            : null;
}
