using System.Globalization;
using System.Text;

namespace TrustCoach.Services.Customers;

/// <summary>What somebody typed to find a name, in the letters the search columns are kept in: lower case, without accents.</summary>
public static class SearchTerm
{
    public const int MaxLength = 100;

    /// <summary>Null when nothing was typed.</summary>
    public static string? Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var plain = new StringBuilder(typed.Length);
        var text = typed.Trim();
        foreach (var letter in (text.Length > MaxLength ? text[..MaxLength] : text).ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            // Postgres takes no zero character, and a mark over a letter is not part of how people type a name.
            if (letter != '\0' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(Unaccented(letter));
        }

        return plain.Length == 0 ? null : plain.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Unaccented(char letter) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        'þ' => "th",
        'ð' => "d",
        _ => letter.ToString(),
    };
}
