using Microsoft.AspNetCore.DataProtection;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>
/// A sealed note of who last signed in on this browser. A stranger who keeps an account paused by wrong tries cannot keep
/// its owner out where the owner has been before; the note opens nothing by itself.
/// </summary>
public sealed class FamiliarBrowser(IDataProtectionProvider protection)
{
    private const string Name = "trustcoach.familiar";

    private readonly IDataProtector _seal = protection.CreateProtector(Name);

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

    public void Remember(HttpResponse response, Guid accountId) =>
        response.Cookies.Append(Name, _seal.Protect(accountId.ToString()), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = response.HttpContext.Request.IsHttps,
            Path = "/account",
        });
}
