using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace TrustCoach.Services.People;

/// <summary>Seals words for their author: who reads the table or a copy of it reads nothing, and a row put under another name does not open.</summary>
public sealed class AuthorSeal(IDataProtectionProvider protection)
{
    /// <param name="what">Name of what is sealed, so that one kind does not open as another. Never renamed.</param>
    public byte[] Close(string what, Guid authorId, string words) => Close(what, authorId, Encoding.UTF8.GetBytes(words));

    /// <inheritdoc cref="Close(string, Guid, string)"/>
    public byte[] Close(string what, Guid authorId, byte[] bytes) => SealOf(what, authorId).Protect(bytes);

    /// <summary>What was written; null when it was sealed for somebody else or by keys that are gone.</summary>
    public string? Open(string what, Guid authorId, byte[] closed) =>
        OpenBytes(what, authorId, closed) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <inheritdoc cref="Open"/>
    public byte[]? OpenBytes(string what, Guid authorId, byte[] closed)
    {
        try
        {
            return SealOf(what, authorId).Unprotect(closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector SealOf(string what, Guid authorId) => protection.CreateProtector($"TrustCoach.{what}", authorId.ToString("n"));
}
