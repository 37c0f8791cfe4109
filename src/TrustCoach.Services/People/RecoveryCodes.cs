using System.Security.Cryptography;
using System.Text;

namespace TrustCoach.Services.People;

/// <summary>Recovery codes as people read them: "K7QM-3XTP-9RWD-VH2N", 80 random bits, so that a plain hash keeps them.</summary>
public static class RecoveryCodes
{
    /// <summary>How many a person gets at a time.</summary>
    public const int Count = 10;

    // Without I, L, O and U, which are read as 1, 0 and V.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;

    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(4).Select(part => new string(part))))];

    /// <summary>The hash of a code as it was typed, in small letters or without dashes too; null when it cannot be one.</summary>
    public static byte[]? Hash(string? typed)
    {
        var code = string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant).Select(Meant));
        return code.Length == Length ? SHA256.HashData(Encoding.ASCII.GetBytes(code)) : null;
    }

    private static char Meant(char typed) => typed switch { 'O' => '0', 'I' or 'L' => '1', 'U' => 'V', _ => typed };
}
