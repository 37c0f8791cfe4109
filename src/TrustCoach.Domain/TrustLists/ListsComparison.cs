namespace TrustCoach.Domain.TrustLists;

/// <summary>One person on both sheets.</summary>
public sealed record Both(ListedName Trusted, ListedName Trusting);

/// <summary>How often a reason is given on each sheet.</summary>
/// <param name="Sought">Names on the sheet of whom I trust.</param>
/// <param name="Found">Names on the sheet of who trusts me.</param>
public sealed record TraitTally(string Trait, int Sought, int Found);

/// <summary>The two sheets, held beside each other.</summary>
/// <param name="Both">On both sheets, in the order of the first.</param>
/// <param name="OnlyTrusted">Trusted, and not on the other sheet.</param>
/// <param name="OnlyTrusting">Trusting, and not on the other sheet.</param>
/// <param name="Tallies">Reasons given, the most frequent first.</param>
/// <param name="SoughtOf">Names on the first sheet that have a reason.</param>
/// <param name="FoundOf">Names on the second sheet that have a reason.</param>
public sealed record ListsComparison(
    IReadOnlyList<Both> Both, IReadOnlyList<ListedName> OnlyTrusted, IReadOnlyList<ListedName> OnlyTrusting,
    IReadOnlyList<TraitTally> Tallies, int SoughtOf, int FoundOf)
{
    public TrustKey Key => TrustKey.Of(this);

    /// <summary>The reason most often given on a sheet, and how often; null while none is.</summary>
    public TraitTally? Top(PaperSheet sheet) => Tallies.Where(t => Count(t, sheet) > 0).OrderByDescending(t => Count(t, sheet)).FirstOrDefault();

    public static int Count(TraitTally tally, PaperSheet sheet) => sheet == PaperSheet.Trusted ? tally.Sought : tally.Found;

    public static ListsComparison Of(TwoLists lists)
    {
        var both = Match(lists);
        var (trusted, trusting) = (both.Select(b => b.Trusted.Id).ToHashSet(), both.Select(b => b.Trusting.Id).ToHashSet());
        return new(
            both, [.. lists.Trusted.Where(n => !trusted.Contains(n.Id))], [.. lists.Trusting.Where(n => !trusting.Contains(n.Id))],
            Tally(lists), lists.Trusted.Count(n => n.Traits.Count > 0), lists.Trusting.Count(n => n.Traits.Count > 0));
    }

    // What the author says goes first; the same letters match what is left. Nobody is matched twice.
    private static List<Both> Match(TwoLists lists)
    {
        var matched = new List<Both>();
        var (left, right) = (lists.Trusted.ToDictionary(n => n.Id), lists.Trusting.ToDictionary(n => n.Id));
        foreach (var tie in lists.Ties.Where(t => t.IsSame))
        {
            if (left.TryGetValue(tie.TrustedId, out var trusted) && right.Remove(tie.TrustingId, out var trusting) && left.Remove(trusted.Id))
                matched.Add(new(trusted, trusting));
        }

        var apart = lists.Ties.Where(t => !t.IsSame).Select(t => (t.TrustedId, t.TrustingId)).ToHashSet();
        var byKey = right.Values.GroupBy(n => n.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var name in left.Values)
        {
            if (byKey.TryGetValue(name.Key, out var other) && !apart.Contains((name.Id, other.Id)))
                matched.Add(new(name, other));
        }

        var order = lists.Trusted.Select((n, i) => (n.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        return [.. matched.OrderBy(b => order[b.Trusted.Id])];
    }

    private static List<TraitTally> Tally(TwoLists lists)
    {
        int Times(IEnumerable<ListedName> names, string key) => names.Count(n => n.Traits.Any(t => FoldedName.Of(t) == key));
        return [.. lists.Trusted.Concat(lists.Trusting).SelectMany(n => n.Traits).DistinctBy(FoldedName.Of)
            .Select(t => new TraitTally(t, Times(lists.Trusted, FoldedName.Of(t)), Times(lists.Trusting, FoldedName.Of(t))))
            .OrderByDescending(t => t.Sought + t.Found).ThenByDescending(t => Math.Min(t.Sought, t.Found)).ThenBy(t => t.Trait, StringComparer.Ordinal)];
    }
}
