using System.Globalization;
using System.Text;

namespace TrustCoach.Domain.TrustLists;

/// <summary>Names and words as people type them, and as they are compared: without case, accents, blanks and what cannot be seen.</summary>
public static class FoldedName
{
    /// <summary>On one line, without what turns a page around or cannot be seen at all; null when nothing is left to be read.</summary>
    public static string? Clean(string? typed)
    {
        var kept = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
                kept.Append(' ');
            // Joiners stay: some scripts and most families of emoji are written with them.
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format || rune.Value is 0x200C or 0x200D)
                kept.Append(rune);
        }

        var clean = string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return Of(clean).Length == 0 ? null : clean;
    }

    /// <summary>Two that are equal here are taken for the same.</summary>
    public static string Of(string name)
    {
        var folded = new StringBuilder();
        foreach (var rune in Compatible(name).EnumerateRunes())
        {
            var kind = Rune.GetUnicodeCategory(rune);
            if (kind is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control)
                continue;
            if (Rune.IsWhiteSpace(rune))
                folded.Append(' ');
            else
                folded.Append(Plain(Rune.ToLowerInvariant(rune)));
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // A lone half of a character has no normal form; it is compared as it is.
    private static string Compatible(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    // Letters with a stroke have no accent to take off.
    private static string Plain(Rune letter) => letter.Value switch
    {
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => letter.ToString(),
    };
}
