namespace TrustCoach.Domain.TrustLists;

/// <summary>What was done between one state of the lists and the next.</summary>
public enum ListsAct
{
    Added,
    Changed,
    TakenOff,

    /// <summary>Said of two names that they mean one person, or that they do not.</summary>
    Said,
}

/// <summary>One thing that was done.</summary>
/// <param name="Of">On which sheet; null where it is about both.</param>
/// <param name="Name">The name as it was then; null where it is about two.</param>
public sealed record ListsChange(ListsAct Act, PaperSheet? Of, string? Name)
{
    /// <summary>What leads from one state to the next, the first sheet first.</summary>
    public static IReadOnlyList<ListsChange> Between(TwoLists before, TwoLists after) =>
    [
        .. On(PaperSheet.Trusted, before, after), .. On(PaperSheet.Trusting, before, after),
        .. after.Ties.Except(before.Ties).Select(_ => new ListsChange(ListsAct.Said, null, null)).Take(1),
    ];

    private static IEnumerable<ListsChange> On(PaperSheet sheet, TwoLists before, TwoLists after)
    {
        var (then, now) = (before.On(sheet).ToDictionary(n => n.Id), after.On(sheet).ToDictionary(n => n.Id));
        foreach (var name in now.Values)
        {
            if (!then.TryGetValue(name.Id, out var was))
                yield return new(ListsAct.Added, sheet, name.Name);
            else if (!was.SaysTheSameAs(name))
                yield return new(ListsAct.Changed, sheet, name.Name);
        }

        foreach (var gone in then.Values.Where(n => !now.ContainsKey(n.Id)))
            yield return new(ListsAct.TakenOff, sheet, gone.Name);
    }
}
