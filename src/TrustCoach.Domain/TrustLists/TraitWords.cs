using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.TrustLists;

/// <summary>A reason to trust somebody, as the sheets offer it.</summary>
/// <param name="Ledger">The trait that one's own ledger reads; null for what no ledger can show.</param>
/// <param name="Also">Other words for it.</param>
public sealed record TraitWord(string Word, Trait? Ledger, params IReadOnlyList<string> Also);

/// <summary>The reasons that can be chosen. Any other word can be typed.</summary>
public static class TraitWords
{
    /// <summary>So many reasons for one name.</summary>
    public const int Most = 8;

    /// <summary>Characters of one reason.</summary>
    public const int MaxLength = 40;

    public static IReadOnlyList<TraitWord> Known { get; } =
    [
        new("Honesty", Trait.Honesty, "honest", "truthful", "truthfulness", "tells the truth"),
        new("Punctuality", Trait.Punctuality, "punctual", "on time", "always on time"),
        new("Sincerity", Trait.Sincerity, "sincere", "genuine", "means it"),
        new("Accountability", Trait.Accountability, "accountable", "owns up", "admits mistakes", "responsibility", "responsible"),
        new("Keeping promises", Trait.KeepingWord, "keeps promises", "keeps their word", "keeping their word", "keeps word", "keeping word", "keeping your word", "keeps his word", "keeps her word"),
        new("Competence", null, "competent", "knows the trade", "skill", "skilled", "capable", "expert"),
        new("Discretion", null, "discreet", "keeps secrets", "can keep a secret"),
        new("Reliability", null, "reliable", "dependable"),
        new("Loyalty", null, "loyal"),
        new("Fairness", null, "fair", "just"),
        new("Listening", null, "listens", "good listener"),
        new("Openness", null, "open", "candid", "frank", "says what they think"),
        new("Kindness", null, "kind", "warm", "caring"),
        new("Courage", null, "brave", "courageous"),
        new("Calm", null, "patient", "patience"),
        new("Generosity", null, "generous", "helps", "helpful"),
    ];

    private static readonly Dictionary<string, TraitWord> ByWord = Known
        .SelectMany(known => known.Also.Append(known.Word).Select(word => (Key: FoldedName.Of(word), Known: known)))
        .ToDictionary(pair => pair.Key, pair => pair.Known, StringComparer.Ordinal);

    /// <summary>The known reason a word stands for; null for a word of one's own.</summary>
    public static TraitWord? Of(string word) => ByWord.GetValueOrDefault(FoldedName.Of(word));

    /// <summary>Those chosen and those typed, with commas or lines between; each once, known ones by their own name.</summary>
    public static Result<IReadOnlyList<string>> Read(IEnumerable<string>? chosen, string? typed)
    {
        var words = (chosen ?? []).Concat((typed ?? "").Split([',', ';', '\n', '،', '、'], StringSplitOptions.None))
            .Select(FoldedName.Clean).OfType<string>().Select(word => Of(word)?.Word ?? word).DistinctBy(FoldedName.Of).ToList();
        if (words.Exists(word => word.Length > MaxLength))
            return new Problem("Words", $"Keep each reason to {MaxLength} characters, with commas between them.");
        if (words.Count > Most)
            return new Problem("Words", $"These are {words.Count} reasons. Keep the {Most} that weigh most.");
        return words;
    }
}
