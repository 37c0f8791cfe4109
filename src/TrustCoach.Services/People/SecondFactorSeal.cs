using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TrustCoach.Services.People;

/// <summary>Seals the keys of authenticator apps, so that who reads the table cannot make codes.</summary>
public sealed class SecondFactorSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("TrustCoach.SecondFactor");

    public string Close(byte[] key) => Convert.ToBase64String(_seal.Protect(key));

    /// <summary>The key; null when it was sealed by keys that are gone. Recovery codes work still.</summary>
    public byte[]? Open(string text)
    {
        try
        {
            return _seal.Unprotect(Convert.FromBase64String(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
