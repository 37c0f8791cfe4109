using System.Buffers.Text;
using System.Security.Cryptography;

namespace TrustCoach.Services.People;

/// <summary>The secret of a link: whose it is, and 32 random bytes of which only the hash is kept.</summary>
public static class LinkSecret
{
    private const int IdSize = 16;
    private const int RandomSize = 32;

    /// <returns>The text for the link and the hash for the row.</returns>
    public static (string Code, byte[] Hash) New(Guid organizationId)
    {
        var code = new byte[IdSize + RandomSize];
        organizationId.TryWriteBytes(code);
        RandomNumberGenerator.Fill(code.AsSpan(IdSize));
        return (Base64Url.EncodeToString(code), SHA256.HashData(code));
    }

    /// <summary>Reads the text of a link; null when it is none of ours.</summary>
    public static (Guid OrganizationId, byte[] Hash)? Read(string? code)
    {
        Span<byte> bytes = stackalloc byte[IdSize + RandomSize];
        if (code is null || code.Length != Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.IsValid(code)
            || !Base64Url.TryDecodeFromChars(code, bytes, out var written) || written != bytes.Length)
        {
            return null;
        }

        return (new Guid(bytes[..IdSize]), SHA256.HashData(bytes));
    }
}
