namespace TrustCoach.Domain.TrustLists;

/// <summary>What somebody wrote on a sheet, not looked at yet.</summary>
/// <param name="Chosen">Reasons chosen.</param>
/// <param name="Words">Reasons typed, with commas between.</param>
public sealed record WrittenName(string? Name, IReadOnlyList<string>? Chosen = null, string? Words = null);

/// <summary>
/// Two sheets of paper as they are at one moment: whom I trust and why, who trusts me and why. A change makes a new state and leaves
/// this one as it was. Read by nobody but its author.
/// </summary>
/// <param name="At">Since when it is so.</param>
public sealed record TwoLists(DateTimeOffset At, IReadOnlyList<ListedName> Trusted, IReadOnlyList<ListedName> Trusting, IReadOnlyList<Tie> Ties)
{
    /// <summary>So many names stand on one sheet.</summary>
    public const int Most = 100;

    public static TwoLists Empty { get; } = new(default, [], [], []);

    public bool IsEmpty => Trusted.Count + Trusting.Count == 0;

    public IReadOnlyList<ListedName> On(PaperSheet sheet) => sheet == PaperSheet.Trusted ? Trusted : Trusting;

    /// <summary>The name with this id and the sheet it is on; null when it is on none.</summary>
    public (PaperSheet Sheet, ListedName Name)? Find(Guid id) =>
        Trusted.FirstOrDefault(n => n.Id == id) is { } trusted ? (PaperSheet.Trusted, trusted)
        : Trusting.FirstOrDefault(n => n.Id == id) is { } trusting ? (PaperSheet.Trusting, trusting) : null;

    /// <summary>Puts a name on a sheet.</summary>
    /// <param name="id">Made with the form: sent twice, it is one name.</param>
    public Result<TwoLists> Add(PaperSheet sheet, Guid id, WrittenName written, DateTimeOffset now)
    {
        if (Read(id, 1, written).Refused(out var problem, out var name))
            return problem;
        if (On(sheet).FirstOrDefault(n => n.Key == name.Key) is { } there)
            return there.Id == id && there.SaysTheSameAs(name) ? this : Twice(there);
        if (On(sheet).Count >= Most)
            return new Problem("Name", $"{Most} names fill a sheet. Take one off before you add another: the list is there to think with, not to be complete.");
        return With(sheet, [.. On(sheet), name], now);
    }

    /// <summary>Writes a name anew. One that was taken off meanwhile comes back, when asked for with version 0.</summary>
    /// <param name="version">What the author had before their eyes.</param>
    public Result<TwoLists> Change(PaperSheet sheet, Guid id, int version, WrittenName written, DateTimeOffset now)
    {
        var before = On(sheet).FirstOrDefault(n => n.Id == id);
        if (before is null && version > 0)
            return new Problem("Name", "This name was taken off the sheet meanwhile, in another window. Save once more to put it back as it stands here.");
        if (Read(id, (before?.Version ?? 0) + 1, written).Refused(out var problem, out var name))
            return problem;
        if (before?.SaysTheSameAs(name) == true)
            return this;
        if (before is not null && before.Version != version)
            return new Problem("Name", $"This was changed meanwhile, in another window: “{before.Name}”, {Reasons(before)}. Save once more to keep what stands here.");
        if (On(sheet).FirstOrDefault(n => n.Id != id && n.Key == name.Key) is { } other)
            return Twice(other);
        if (before is null && On(sheet).Count >= Most)
            return new Problem("Name", $"{Most} names fill a sheet. Take one off first.");
        return With(sheet, before is null ? [.. On(sheet), name] : [.. On(sheet).Select(n => n.Id == id ? name : n)], now);
    }

    /// <summary>Takes a name off its sheet; earlier states still hold it. One that is gone stays gone.</summary>
    public TwoLists TakeOff(Guid id, DateTimeOffset now) => Find(id) is { } found ? With(found.Sheet, [.. On(found.Sheet).Where(n => n.Id != id)], now) : this;

    /// <summary>Says that two names mean one person, or that they do not. Unknown names change nothing.</summary>
    public TwoLists Say(Tie tie, DateTimeOffset now)
    {
        if (!Trusted.Any(n => n.Id == tie.TrustedId) || !Trusting.Any(n => n.Id == tie.TrustingId) || Ties.Contains(tie))
            return this;
        return this with { At = now, Ties = [.. Ties.Where(t => (t.TrustedId, t.TrustingId) != (tie.TrustedId, tie.TrustingId)), tie] };
    }

    /// <summary>As if a sheet had never been written.</summary>
    public TwoLists Without(PaperSheet sheet) => Rewritten(sheet == PaperSheet.Trusted ? [] : Trusted, sheet == PaperSheet.Trusting ? [] : Trusting);

    /// <summary>As if a name had never been written: by its id under every name it had, and by its letters on both sheets.</summary>
    public TwoLists Without(ListedName name) => Rewritten(
        [.. Trusted.Where(n => n.Id != name.Id && n.Key != name.Key)], [.. Trusting.Where(n => n.Id != name.Id && n.Key != name.Key)]);

    /// <summary>Whether another state holds the same, whenever it was.</summary>
    public bool SaysTheSameAs(TwoLists other) =>
        Same(Trusted, other.Trusted) && Same(Trusting, other.Trusting) && Ties.SequenceEqual(other.Ties);

    private TwoLists With(PaperSheet sheet, IReadOnlyList<ListedName> names, DateTimeOffset now) =>
        Rewritten(sheet == PaperSheet.Trusted ? names : Trusted, sheet == PaperSheet.Trusting ? names : Trusting) with { At = now };

    private TwoLists Rewritten(IReadOnlyList<ListedName> trusted, IReadOnlyList<ListedName> trusting) => this with
    {
        Trusted = trusted,
        Trusting = trusting,
        Ties = [.. Ties.Where(t => trusted.Any(n => n.Id == t.TrustedId) && trusting.Any(n => n.Id == t.TrustingId))],
    };

    private static Result<ListedName> Read(Guid id, int version, WrittenName written)
    {
        if (FoldedName.Clean(written.Name) is not { } name)
            return new Problem("Name", "Write a name: a first name or a nickname will do.");
        if (name.Length > ListedName.NameMaxLength)
            return new Problem("Name", $"Keep the name to {ListedName.NameMaxLength} characters. These are {name.Length}.");
        if (TraitWords.Read(written.Chosen, written.Words).Refused(out var problem, out var traits))
            return problem;
        return new ListedName(id, name, traits, version);
    }

    private static Problem Twice(ListedName there) =>
        new("Name", $"“{there.Name}” is on this sheet already. Change the reasons there, or add something that tells the two apart.");

    private static string Reasons(ListedName name) => name.Traits.Count == 0 ? "without a reason" : string.Join(", ", name.Traits);

    private static bool Same(IReadOnlyList<ListedName> one, IReadOnlyList<ListedName> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First.Id == pair.Second.Id && pair.First.SaysTheSameAs(pair.Second));
}
