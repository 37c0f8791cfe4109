using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Identity;

namespace TrustCoach.Services.People;

/// <summary>Writes addresses so that their case and composition do not matter. What is no Unicode text is nobody's address, and no error.</summary>
internal sealed class AccountNormalizer : ILookupNormalizer
{
    [return: NotNullIfNotNull(nameof(name))]
    public string? NormalizeName(string? name) => Normalize(name);

    [return: NotNullIfNotNull(nameof(email))]
    public string? NormalizeEmail(string? email) => Normalize(email);

    private static string? Normalize(string? text)
    {
        try
        {
            return text?.Normalize().ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            return text?.ToUpperInvariant();
        }
    }
}
