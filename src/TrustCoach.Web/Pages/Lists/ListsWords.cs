using TrustCoach.Domain.TrustLists;

namespace TrustCoach.Web.Pages.Lists;

/// <summary>The sentences about the two lists.</summary>
public static class ListsWords
{
    /// <summary>Beside every button that saves.</summary>
    public const string Private = "Seen by you alone.";

    public static string Title(PaperSheet sheet) => sheet == PaperSheet.Trusted ? "Whom I trust, and why" : "Who trusts me, and why";

    /// <summary>"12 names", "1 name".</summary>
    public static string Names(int count) => count == 1 ? "1 name" : $"{count} names";

    /// <summary>"Added Ruth to whom I trust."; several things in one sentence each.</summary>
    public static string Of(ListsChange change)
    {
        var sheet = change.Of == PaperSheet.Trusted ? "whom I trust" : "who trusts me";
        return change.Act switch
        {
            ListsAct.Added => $"{change.Name} added to {sheet}",
            ListsAct.Changed => $"{change.Name} changed on {sheet}",
            ListsAct.TakenOff => $"{change.Name} taken off {sheet}",
            _ => "Said whether two names are one person",
        };
    }

    /// <summary>Are they the same group?</summary>
    public static string Overlap(ListsComparison of)
    {
        var (both, trusted, trusting) = (of.Both.Count, of.Both.Count + of.OnlyTrusted.Count, of.Both.Count + of.OnlyTrusting.Count);
        return trusted == 0 || trusting == 0 ? "One sheet is still empty: there is nothing to hold beside it."
            : both == 0 ? $"Nobody is on both sheets: you trust {trusted}, and {trusting} {(trusting == 1 ? "other trusts" : "others trust")} you."
            : both == trusted && both == trusting ? $"They are the same group: the {Names(both)} of one sheet are those of the other."
            : $"Of the {trusted} you trust, {both} {Trust(both)} you too.{(trusting == both ? "" : $" {trusting - both} more {Trust(trusting - both)} you, whom you did not write down.")}";
    }

    private static string Trust(int count) => count == 1 ? "trusts" : "trust";

    /// <summary>What stands in place of a key.</summary>
    public static string NoKey(ListsComparison of) => of.Key.Kind == KeyKind.TooEarly
        ? $"Too early to say: a key needs {TrustKey.Enough} names with a reason on each sheet. There are {of.SoughtOf} and {of.FoundOf}."
        : "No reason is written twice on a sheet, so none can be called your key yet.";
}
