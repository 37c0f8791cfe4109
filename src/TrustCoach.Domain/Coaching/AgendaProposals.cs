using System.Globalization;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>An event of the rep's record since the last session, as an agenda looks at it.</summary>
/// <param name="Kept">Kept units (scoring.md 4.1).</param>
/// <param name="Missed">Missed units that no apology has taken off again.</param>
/// <param name="Traits">Units it adds to each trait by its number; negative for what costs it.</param>
public sealed record AgendaEvent(
    Guid EntryId, EvidenceKind Kind, DateOnly Day, string Customer, string? Text, double Kept, double Missed, IReadOnlyList<double> Traits);

/// <summary>Promises of ours overdue or due soon.</summary>
/// <param name="Count">All of them; the other parameters name the first.</param>
public sealed record AgendaDue(int Count, Guid PromiseId, string Text, string Customer, DateOnly Day);

/// <summary>Something the record proposes to talk about.</summary>
/// <param name="Text">One sentence and one question.</param>
public sealed record AgendaProposal(AgendaSource Source, string Text);

/// <summary>
/// What the record proposes to talk about: at most one win, one breaker, the promises due and a trait that moves, each with the question it
/// asks. What is on the agenda already is not proposed again. Plain choice by units, the later one of equals.
/// </summary>
public static class AgendaProposals
{
    /// <summary>A trait moves when so many events tell about it, and two thirds of them the same way.</summary>
    public const int EnoughEvents = 3;

    private const int LongestQuote = 80;
    private const double MostOfThem = 2.0 / 3;

    /// <param name="events">The rep's events since <paramref name="since"/>.</param>
    /// <param name="due">Null when nothing is due soon.</param>
    /// <param name="raised">What stands on the agenda, or was talked about lately.</param>
    public static IReadOnlyList<AgendaProposal> Of(
        IReadOnlyList<AgendaEvent> events, DateOnly since, AgendaDue? due, IReadOnlyCollection<AgendaSource> raised)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(raised);
        AgendaProposal?[] all = [Win(events), Breaker(events), Due(due), Moving(events, since)];
        return [.. all.OfType<AgendaProposal>().Where(p => !raised.Contains(p.Source))];
    }

    private static AgendaProposal? Win(IReadOnlyList<AgendaEvent> events) =>
        Most(events, e => e.Missed > 0 || IsRepair(e) ? 0 : e.Kept) is { } best ? Event("Win", best, "What made it work?") : null;

    private static AgendaProposal? Breaker(IReadOnlyList<AgendaEvent> events) =>
        Most(events, e => IsRepair(e) ? 0 : e.Missed) is { } worst ? Event("Breaker", worst, "What would we do otherwise?") : null;

    private static AgendaProposal? Due(AgendaDue? due)
    {
        if (due is null)
            return null;
        var first = $"“{Short(due.Text)}” for {Short(due.Customer)}, {Words(due.Day)}";
        return new(
            AgendaSource.Of(AgendaSourceKind.Promise, due.PromiseId),
            due.Count == 1 ? $"Due soon: {first}. What could get in the way?" : $"{Capital(Counted.Number(due.Count))} promises due soon, first {first}. What could get in the way?");
    }

    private static AgendaProposal? Moving(IReadOnlyList<AgendaEvent> events, DateOnly since)
    {
        var moves = Enum.GetValues<Trait>().Select(trait =>
        {
            var units = events.Select(e => e.Traits[(int)trait]).Where(u => u != 0).ToList();
            var (net, up) = (units.Sum(), units.Count(u => u > 0));
            return (Trait: trait, Net: net, Same: net > 0 ? up : units.Count - up, All: units.Count);
        }).Where(m => m.All >= EnoughEvents && m.Same >= MostOfThem * m.All && m.Net != 0).ToList();
        if (moves.Count == 0)
            return null;
        var most = moves.MaxBy(m => Math.Abs(m.Net));
        var (name, counts) = (NameOf(most.Trait), most.Same == most.All ? $"all {Counted.Number(most.All)}" : $"{Counted.Number(most.Same)} of {Counted.Number(most.All)}");
        return new(
            new(AgendaSourceKind.Trait, ((int)most.Trait).ToString(CultureInfo.InvariantCulture)),
            most.Net > 0
                ? $"{name} moves up: {counts} events since {Words(since)} add to it. What has changed?"
                : $"{name} moves down: {counts} events since {Words(since)} cost it. What is behind it?");
    }

    private static AgendaProposal Event(string what, AgendaEvent e, string question) => new(
        AgendaSource.Of(AgendaSourceKind.Evidence, e.EntryId),
        e.Text is { Length: > 0 } text
            ? $"{what}: “{Short(text)}”, {Of(e.Kind)}, {Short(e.Customer)}, {Words(e.Day)}. {question}"
            : $"{what}: {Of(e.Kind)}, {Short(e.Customer)}, {Words(e.Day)}. {question}");

    private static AgendaEvent? Most(IReadOnlyList<AgendaEvent> events, Func<AgendaEvent, double> weight) =>
        events.Where(e => weight(e) > 0).OrderByDescending(weight).ThenByDescending(e => e.Day).ThenByDescending(e => e.EntryId).FirstOrDefault();

    private static bool IsRepair(AgendaEvent e) => e.Kind is EvidenceKind.Apology or EvidenceKind.MakeGood;

    private static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Met => "expectation met",
        EvidenceKind.Exceeded => "expectation exceeded",
        EvidenceKind.Missed => "expectation missed",
        EvidenceKind.PromiseKept => "promise kept",
        EvidenceKind.PromiseExceeded => "promise more than kept",
        EvidenceKind.PromiseLate => "promise kept late",
        EvidenceKind.PromiseBroken => "promise not kept",
        EvidenceKind.PromiseRenegotiated => "promise moved in time",
        EvidenceKind.Late => "late",
        EvidenceKind.Gossip => "gossip",
        EvidenceKind.Exaggeration => "exaggeration",
        _ => "lie or distortion",
    };

    private static string NameOf(Trait trait) => trait == Trait.KeepingWord ? "Keeping one's word" : trait.ToString();

    private static string Words(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Short(string text)
    {
        text = text.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return text.Length <= LongestQuote ? text : text[..LongestQuote].TrimEnd() + "…";
    }
}
