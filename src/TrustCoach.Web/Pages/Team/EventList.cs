using TrustCoach.Domain.Scoring;

namespace TrustCoach.Web.Pages.Team;

/// <summary>A list of events that a number of a team opens.</summary>
/// <param name="Slug">As an address says it.</param>
/// <param name="Empty">What is said when there are none.</param>
/// <param name="Level">Only what is known in this way.</param>
public sealed record EventList(string Slug, string Title, string Empty, IReadOnlyList<EvidenceKind> Kinds, EvidenceLevel? Level = null)
{
    private static readonly EvidenceKind[] Judged = [EvidenceKind.Met, EvidenceKind.Exceeded, EvidenceKind.Missed];

    public static EventList Credibility { get; } = new(
        "credibility", "What credibility comes from", "Nothing that moves a score was logged in these days.", [.. Enum.GetValues<EvidenceKind>().Where(k => !Units.IsRepair(k))]);

    public static EventList Promises { get; } = new(
        "promises", "Promises that closed", "No promise of ours came to its end in these days.",
        [EvidenceKind.PromiseKept, EvidenceKind.PromiseExceeded, EvidenceKind.PromiseLate, EvidenceKind.PromiseBroken]);

    public static EventList Expectations { get; } = new(
        "expectations", "Expectations, named up front or not", "No encounter was judged in these days.", Judged);

    public static EventList Confirmed { get; } = new(
        "confirmed", "Confirmed by customers", "No customer has confirmed an outcome in these days.", Judged, EvidenceLevel.CustomerConfirmed);

    public static EventList ConfirmedMissed { get; } = new(
        "confirmed-missed", "Missed, the customers say", "No customer has spoken of a miss in these days.", [EvidenceKind.Missed], EvidenceLevel.CustomerConfirmed);

    public static EventList Reported { get; } = new(
        "reported", "By the rep's word alone", "Nothing rests on a rep's word alone in these days.", Judged, EvidenceLevel.SelfReported);

    public static EventList ReportedMissed { get; } = new(
        "reported-missed", "Missed, the reps say", "No rep has told of a miss in these days.", [EvidenceKind.Missed], EvidenceLevel.SelfReported);

    private static IReadOnlyList<EventList> All { get; } = [Credibility, Promises, Expectations, Confirmed, ConfirmedMissed, Reported, ReportedMissed];

    public static EventList? Of(string? slug) => All.FirstOrDefault(list => list.Slug == slug);
}
