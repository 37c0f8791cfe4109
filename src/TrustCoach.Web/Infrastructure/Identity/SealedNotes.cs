using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>Leaves a sealed note on the browser for a few minutes, for a step that follows: nothing waits in the database.</summary>
public sealed class SealedNotes(IDataProtectionProvider protection, IHttpContextAccessor accessor, TimeProvider clock)
{
    private HttpContext Context => accessor.HttpContext!;

    public void Leave(string name, string text, TimeSpan lifetime) => Context.Response.Cookies.Append(
        name, Seal(name).Protect($"{(clock.GetUtcNow() + lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}|{text}"), Options(lifetime));

    /// <summary>What was left; null when nothing was, or too long ago.</summary>
    public string? Read(string name)
    {
        if (Context.Request.Cookies[name] is not { Length: > 0 } note)
            return null;
        try
        {
            var parts = Seal(name).Unprotect(note).Split('|', 2);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds() ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void TakeAway(string name) => Context.Response.Cookies.Delete(name, Options(null));

    private IDataProtector Seal(string name) => protection.CreateProtector(name);

    private CookieOptions Options(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lifetime,
        SameSite = SameSiteMode.Lax,
        Secure = Context.Request.IsHttps,
        Path = "/account",
    };
}
