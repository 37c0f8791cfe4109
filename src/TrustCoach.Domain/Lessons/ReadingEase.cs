using System.Text.RegularExpressions;

namespace TrustCoach.Domain.Lessons;

/// <summary>
/// Flesch's reading ease (1948): 206.835 less 1.015 words a sentence less 84.6 syllables a word. 60 to 70 is plain English, 100 is very easy.
/// Syllables are counted by the groups of vowels in a word, less the silent endings; within a few points of counting by hand.
/// </summary>
public static partial class ReadingEase
{
    /// <summary>What a lesson must reach at least.</summary>
    public const double Least = 65;

    /// <param name="text">Markdown or plain; 0 when it has no words.</param>
    public static double Of(string text)
    {
        var words = Words(text);
        if (words.Count == 0)
            return 0;
        return 206.835 - (1.015 * words.Count / Sentences(text)) - (84.6 * words.Sum(Syllables) / words.Count);
    }

    /// <summary>The words that are read: what links lead to and marks are left out.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Word().Matches(Plain(text)).Select(m => m.Value)];

    /// <summary>Sentences; a line that ends without a mark ends one too. At least 1.</summary>
    public static int Sentences(string text) =>
        Math.Max(1, Plain(text).Split('\n').Sum(line => SentenceEnd().Split(line).Count(part => Word().IsMatch(part))));

    /// <summary>At least 1.</summary>
    public static int Syllables(string word)
    {
        var letters = Apostrophe().Replace(word.ToLowerInvariant(), "");
        if (letters.Length <= 3)
            return 1;
        // "named" and "likes" end as "name" and "like" do; "wanted", "houses" and "table" do not.
        letters = SilentEnding().Replace(letters, "");
        return Math.Max(1, VowelGroup().Count(letters));
    }

    private static string Plain(string text) => Mark().Replace(Target().Replace(text, "]"), " ").Replace("\r", "", StringComparison.Ordinal).Replace(" \n", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’\-][\p{L}\p{N}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[.?!:;…])[”""’')\]]*\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex Target();

    [GeneratedRegex(@"(?m)^[>#\-]+\s?|[*_`\[\]]")]
    private static partial Regex Mark();

    [GeneratedRegex("['’](s|ll|re|ve|d|t|m)?")]
    private static partial Regex Apostrophe();

    [GeneratedRegex("(?<![^l]l)(?<![aeiouyl])(?<!^[^aeiouy]*)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzcglh])es$|(?<=[aeiouy]l)e$")]
    private static partial Regex SilentEnding();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex VowelGroup();
}
