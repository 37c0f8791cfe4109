using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TrustCoach.Services.Digests;

/// <summary>Makes and reads the key by which whoever has the mail can stop it, and nothing else.</summary>
public sealed class DigestStopSeal(IDataProtectionProvider protection)
{
    private const int IdSize = 16;

    private readonly IDataProtector _seal = protection.CreateProtector("TrustCoach.DigestStop");

    public string Close(Guid organizationId, Guid personId) =>
        Base64Url.EncodeToString(_seal.Protect([.. organizationId.ToByteArray(), .. personId.ToByteArray()]));

    /// <summary>Whose digest the key stops; null when it is none of ours.</summary>
    public (Guid OrganizationId, Guid PersonId)? Open(string? key)
    {
        if (string.IsNullOrEmpty(key) || key.Length > 1000 || !Base64Url.IsValid(key))
            return null;
        try
        {
            var ids = _seal.Unprotect(Base64Url.DecodeFromChars(key));
            return (new Guid(ids.AsSpan(0, IdSize)), new Guid(ids.AsSpan(IdSize)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
