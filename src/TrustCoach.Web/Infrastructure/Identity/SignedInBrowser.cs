using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using TrustCoach.Services.People;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>
/// Signs a browser in, and leaves a sealed note of who did so on it. A stranger who keeps an account paused by wrong tries cannot keep
/// its owner out where the owner has been before; the note opens nothing by itself.
/// </summary>
public sealed class SignedInBrowser(IDataProtectionProvider protection, IHttpContextAccessor accessor)
{
    private const string Name = "trustcoach.familiar";

    private readonly IDataProtector _seal = protection.CreateProtector(Name);

    private HttpContext Context => accessor.HttpContext!;

    public string? Agent => Context.Request.Headers.UserAgent;

    public string? Address => Context.Connection.RemoteIpAddress?.ToString();

    /// <param name="remember">Whether the cookie outlives the browser's window.</param>
    public Task SignInAsync(SignInSession session, bool remember)
    {
        Remember(session.PersonId);
        return Context.SignInAsync(SignInCookie.Principal(session), new AuthenticationProperties { IsPersistent = remember });
    }

    /// <summary>The account that last signed in here; null for nobody.</summary>
    public Guid? AccountOf(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 } sealedId)
            return null;
        try
        {
            return Guid.TryParse(_seal.Unprotect(sealedId), out var id) ? id : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private void Remember(Guid accountId) =>
        Context.Response.Cookies.Append(Name, _seal.Protect(accountId.ToString()), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = Context.Request.IsHttps,
            Path = "/account",
        });
}
