using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.Ripples;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Briefings;

/// <summary>What not to get wrong in the next encounter: named rules over what was logged, one row a rule, the gravest first.</summary>
public static class Cares
{
    public const int Most = 5;

    /// <summary>How the rows are chosen, in words for the page.</summary>
    public const string Order = "By fixed rules from what was logged, the gravest first.";

    private const int WordsShown = 90;

    /// <summary>At most <see cref="Most"/>; none when nothing stands out.</summary>
    public static IReadOnlyList<Care> Of(BriefingSigns signs)
    {
        ArgumentNullException.ThrowIfNull(signs);
        return [.. new[] { WordNotGood(signs), Overdue(signs), Need(signs), Miss(signs), Lateness(signs), Dispute(signs), Due(signs), Fear(signs), Heard(signs), Quiet(signs) }
            .OfType<Care>().Take(Most)];
    }

    private static Care? WordNotGood(BriefingSigns signs) =>
        signs.Breaches.FirstOrDefault(b => !b.Held && b.Kind is EvidenceKind.Lie or EvidenceKind.Exaggeration or EvidenceKind.Gossip) is { } breach
            ? new(CareRule.WordNotGood, $"{Words(breach.Kind)} on {On(breach.Day)}, and nobody has put it right.",
                "Own it first, in one sentence. Then say only what you can show.", Evidence(breach))
            : null;

    private static Care? Overdue(BriefingSigns signs)
    {
        var overdue = signs.Owed.Where(p => p is { Overdue: true, Waits: false }).ToList();
        return overdue.Count == 0 ? null : new(
            CareRule.PromiseOverdue, $"‘{Short(overdue[0].Text)}’ was due {On(overdue[0].DueDay)}{More(overdue.Count)}.",
            "Bring it along, or name it before they do, with a new date.", new(PromiseId: overdue[0].Id));
    }

    private static Care? Need(BriefingSigns signs) => signs.Need is not { } need ? null : new(
        CareRule.TimeOfNeed,
        $"In need since {On(need.Day)}: ‘{Short(need.Text)}’. " + (need.FirstResponse is { } first
            ? $"First answered after {ElapsedWords.Of(first)}." : $"Nobody has answered yet, {ElapsedWords.Of(need.Waited)}."),
        need.FirstResponse is null ? "Answer this before anything else." : "Ask how it stands before you speak of anything else.",
        new(NeedOfCustomerId: need.CustomerId));

    private static Care? Miss(BriefingSigns signs) =>
        signs.Breaches.FirstOrDefault(b => !b.Held && b.Kind is EvidenceKind.Missed or EvidenceKind.PromiseBroken) is { } breach
            ? new(CareRule.MissNotRepaired, $"{Words(breach.Kind)} on {On(breach.Day)}{(breach.Words is null ? "" : $": ‘{Short(breach.Words)}’")}.",
                "Say that you know, and what is different today.", Evidence(breach))
            : null;

    private static Care? Lateness(BriefingSigns signs) => signs.LastLate is { } day
        ? new(CareRule.LatenessHabit, $"Late again and again, last on {On(day)}.", "Be there ten minutes early.") : null;

    private static Care? Dispute(BriefingSigns signs) => signs.Breaches.FirstOrDefault(b => b.Held) is { } held
        ? new(CareRule.OpenDispute, $"{Words(held.Kind)} on {On(held.Day)} is disputed and not answered yet.",
            "Do not argue it with them. Ask how they saw it.", new(DisputedId: held.Id))
        : null;

    private static Care? Due(BriefingSigns signs)
    {
        var due = signs.Owed.Where(p => p is { Overdue: false, Waits: false } && p.DueDay <= signs.MeetingOn).ToList();
        return due.Count == 0 ? null : new(
            CareRule.PromiseDue, $"‘{Short(due[0].Text)}’ falls due {On(due[0].DueDay)}{More(due.Count)}.",
            "Have it done before you walk in.", new(PromiseId: due[0].Id));
    }

    private static Care? Fear(BriefingSigns signs) => signs.Fears.Count == 0 ? null : new(
        CareRule.FearUnanswered, $"They fear: ‘{Short(signs.Fears[0].Text)}’{More(signs.Fears.Count)}.",
        "Show them something that answers it. Do not talk it away.", new(FearId: signs.Fears[0].Id));

    private static Care? Heard(BriefingSigns signs) => signs.Heard is { } heard
        ? new(CareRule.MayHaveHeard, $"{Words(heard.Kind)} with {heard.Customer} on {On(heard.Day)}. {Known(heard)}",
            Ripple.CareFor(heard.Role, heard.Kind), new(heard.PromiseId, heard.TouchpointId))
        : null;

    private static Care? Quiet(BriefingSigns signs) => signs.LastContact is { } last && signs.Today.DayNumber - last.DayNumber >= Relationship.QuietDays
        ? new(CareRule.Quiet, $"No contact since {On(last)}, {signs.Today.DayNumber - last.DayNumber} days.", "Say where you were before you ask for anything.")
        : null;

    private static CareEvidence Evidence(OpenBreach breach) => new(breach.PromiseId, breach.TouchpointId);

    private static string Words(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Lie => "Facts were distorted",
        EvidenceKind.Exaggeration => "Something was overstated",
        EvidenceKind.Gossip => "Others were spoken ill of",
        EvidenceKind.PromiseBroken => "A promise was broken",
        EvidenceKind.PromiseLate => "A promise was kept late",
        EvidenceKind.Late => "A lateness",
        _ => "They expected something else",
    };

    private static string Known(HeardBreach heard) => heard.Role switch
    {
        LinkRole.ReferredThem => "They referred them to us.",
        LinkRole.CameThroughThem => "They came to us through them.",
        LinkRole.FormerColleagues => "Former colleagues work at both.",
        _ => "Both belong to one group.",
    };

    private static string On(DateOnly day) => FormattableString.Invariant($"{day:d MMMM}");

    private static string More(int count) => count == 1 ? "" : count == 2 ? ", and one more" : $", and {count - 1} more";

    private static string Short(string text) => text.Length <= WordsShown ? text : text[..WordsShown].TrimEnd() + "…";
}
