using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.TrustLists;

/// <summary>What the sheets say about a key.</summary>
public enum KeyKind
{
    /// <summary>Fewer than three names with a reason on one of the sheets.</summary>
    TooEarly,

    /// <summary>No reason is given twice on one of the sheets.</summary>
    NoneRecurs,

    /// <summary>One reason recurs on both.</summary>
    Shared,

    /// <summary>What recurs on one does not on the other.</summary>
    Apart,
}

/// <summary>One's own key: what I look for in people, against what they find in me.</summary>
/// <param name="Sought">The reason for which I trust most often; null where nothing is said.</param>
/// <param name="Found">The reason for which I am trusted most often; the same when shared.</param>
public sealed record TrustKey(KeyKind Kind, string? Sought, string? Found)
{
    /// <summary>Names with a reason on each sheet before anything is said.</summary>
    public const int Enough = 3;

    /// <summary>So often a reason is given before it recurs.</summary>
    public const int Recurs = 2;

    public static TrustKey Of(ListsComparison lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        if (lists.SoughtOf < Enough || lists.FoundOf < Enough)
            return new(KeyKind.TooEarly, null, null);
        var shared = lists.Tallies.Where(t => Math.Min(t.Sought, t.Found) >= Recurs).OrderByDescending(t => Math.Min(t.Sought, t.Found)).FirstOrDefault();
        if (shared is not null)
            return new(KeyKind.Shared, shared.Trait, shared.Trait);
        var (sought, found) = (lists.Top(PaperSheet.Trusted)!, lists.Top(PaperSheet.Trusting)!);
        return sought.Sought < Recurs || found.Found < Recurs ? new(KeyKind.NoneRecurs, null, null) : new(KeyKind.Apart, sought.Trait, found.Trait);
    }

    /// <summary>In one sentence; null while there is nothing to say.</summary>
    public string? Sentence => Kind switch
    {
        KeyKind.Shared => $"What you look for in others is what others find in you: {Lower(Sought!)}.",
        KeyKind.Apart => $"You look for {Lower(Sought!)} in others; others find {Lower(Found!)} in you.",
        _ => null,
    };

    /// <summary>
    /// What the author may put on their own agenda: no name, no number, and no word of their own, because a word of one's own may name
    /// somebody. Null while there is nothing to share.
    /// </summary>
    public string? ToShare => Kind switch
    {
        KeyKind.Shared => $"From my two lists: what I look for in others is what they find in me, {Known(Sought!)}.",
        KeyKind.Apart => $"From my two lists: I look for {Known(Sought!)} in others; they find {Known(Found!)} in me.",
        _ => null,
    };

    /// <summary>A habit to begin with: of the trait I look for and am not trusted for, else of the key, else of the weakest reading.</summary>
    public static HabitSuggestion Suggest(ListsComparison lists, IEnumerable<TraitReading> readings)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var gap = lists.Tallies.Where(t => t.Sought >= Recurs && t.Sought > t.Found && Ledger(t.Trait) is not null).OrderByDescending(t => t.Sought - t.Found).FirstOrDefault();
        if (gap is not null)
        {
            return new(Of(Ledger(gap.Trait)!.Value),
                $"You trust {gap.Sought} people for {Lower(gap.Trait)} and wrote it for {(gap.Found == 0 ? "none" : $"{gap.Found}")} of those who trust you. This is how to show it.");
        }

        var key = lists.Key;
        return (key.Found ?? key.Sought) is { } word && Ledger(word) is { } trait
            ? new(Of(trait), $"Others trust you for {Lower(word)}: this keeps it so.")
            : Habits.Suggest(readings);
    }

    /// <summary>The trait one's own ledger reads for a reason; null for what no ledger can show.</summary>
    public static Trait? Ledger(string word) => TraitWords.Of(word)?.Ledger;

    private static Habit Of(Trait trait) => Habits.All.First(facts => facts.Trait == trait).Habit;

    private static string Known(string word) => TraitWords.Of(word) is { } known ? Lower(known.Word) : "something I put in my own words";

    // A word of one's own keeps its letters: it may be a name.
    private static string Lower(string word) => TraitWords.Of(word) is { } known ? known.Word.ToLowerInvariant() : word;
}
