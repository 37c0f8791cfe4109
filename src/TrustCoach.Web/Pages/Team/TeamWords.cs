using System.Globalization;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Charts;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Team;

/// <summary>Words, numbers and links that the coaching pages share.</summary>
public static class TeamWords
{
    public const string ForCoaching = "For coaching, not for pay or dismissal alone.";

    /// <summary>That a list of events was opened, for each rep in it.</summary>
    public static IEnumerable<EvidenceOpened> Opened(TeamEvents of, EvidencePage page) =>
        of.Rows.DistinctBy(row => row.RepId).Select(row => new EvidenceOpened(row.RepId, row.Rep, page, row.RepId));

    /// <summary>"2 more are being shown to Hanna Lindqvist first."</summary>
    public static string HeldFirst(int held, string? rep) => $"{Count(held, "more is", "more are")} being shown to {rep ?? "the reps"} first.";

    public static IReadOnlyList<Tab> Periods { get; } =
        [.. CoachingPeriod.Choices.Select(days => new Tab($"{days} days", days.ToString(CultureInfo.InvariantCulture)))];

    public static IReadOnlyList<Tab> TeamTabs(IEnumerable<TeamChoice> teams) => [.. teams.Select(t => new Tab(t.Name, t.Id.ToString()))];

    public static string Of(Trait trait) => trait == Trait.KeepingWord ? "Keeps word" : trait.ToString();

    /// <summary>As an address says it.</summary>
    public static string Slug(Trait trait) => trait == Trait.KeepingWord ? "keeping-word" : trait.ToString().ToLowerInvariant();

    public static Trait? TraitOf(string slug) => Enum.GetValues<Trait>().Cast<Trait?>().FirstOrDefault(trait => Slug(trait!.Value) == slug);

    public static string Customer(Guid customerId, Guid repId) => $"/customers/{customerId}?rep={repId}";

    /// <summary>Where an event can be read in full: the promise it is about, else the encounter it was logged with.</summary>
    public static string Event(EvidenceLine line) =>
        line.PromiseId is { } promise ? $"/promises/{promise}"
        : line.TouchpointId is { } touchpoint ? $"/touchpoints/{touchpoint}" : Customer(line.CustomerId, line.RepId);

    /// <summary>Where the event that ended a relationship can be read.</summary>
    public static string Event(EndCause cause, RelationshipLine line) =>
        cause.PromiseId is { } promise ? $"/promises/{promise}"
        : cause.TouchpointId is { } touchpoint ? $"/touchpoints/{touchpoint}" : Customer(line.CustomerId, line.RepId);

    /// <summary>"Northern team, 90 days up to today, newest first."</summary>
    public static string Lead(TeamEvents of, IFormatProvider culture)
    {
        string Day(DateOnly day) => day.ToString("d MMMM yyyy", culture);
        var days = of.IsPart ? $"{Day(of.From)} to {Day(of.To)}" : $"{of.Period.Days} days up to today";
        return $"{of.Rep?.Name ?? of.Team.Name}, {days}, newest first.";
    }

    public static string Rep(Guid repId) => $"/team/reps/{repId}";

    public static string TraitEvents(Guid repId, Trait trait) => $"/reps/{repId}/traits/{Slug(trait)}";

    /// <summary>The sentences of one kind of breach, of a team or of one rep.</summary>
    public static string Broke(Breach breach, int days, Guid? team = null, Guid? rep = null) =>
        $"/team/what-broke-trust?kind={breach.Slug()}&days={days}{Of(team, rep)}";

    /// <summary>The same, of some days within the period.</summary>
    public static string Broke(Breach breach, int days, Guid team, SignalStep step) =>
        $"{Broke(breach, days, team)}&from={step.From:yyyy-MM-dd}&to={step.To:yyyy-MM-dd}";

    /// <summary>The trait that a breach tells most about.</summary>
    public static string TraitOf(Breach breach) => breach switch
    {
        Breach.PromiseNotKept => Of(Trait.KeepingWord),
        Breach.Late => Of(Trait.Punctuality),
        Breach.Exaggeration => Of(Trait.Sincerity),
        Breach.Gossip => Of(Trait.Sincerity),
        Breach.Lie => Of(Trait.Honesty),
        _ => "Any trait",
    };

    /// <summary>A list of events behind a number of a team, or of one of its reps.</summary>
    public static string Events(EventList list, int days, Guid? team = null, Guid? rep = null) => $"/team/events?of={list.Slug}&days={days}{Of(team, rep)}";

    /// <summary>A list of relationships behind a number.</summary>
    public static string Relationships(RelationshipList list, int days, Guid? team = null, Guid? rep = null) =>
        $"/team/relationships?of={Slug(list)}&days={days}{Of(team, rep)}";

    /// <summary>The planned encounters that nobody has closed.</summary>
    public static string WithoutOutcome(int days, Guid? team = null, Guid? rep = null) => $"/team/without-outcome?days={days}{Of(team, rep)}";

    public static string AtRisk(Guid team) => $"/team/at-risk?team={team}";

    public static string Signals(Guid team, int days) => $"/team/{team}/signals?days={days}";

    /// <summary>As an address says it.</summary>
    public static string Slug(RelationshipList list) => list switch
    {
        RelationshipList.BecameCredible => "became-credible",
        RelationshipList.NearTheCliff => "near-the-cliff",
        RelationshipList.LatenessHabit => "lateness",
        RelationshipList.OneSided => "one-sided",
        RelationshipList.Ended => "ended",
        _ => "all",
    };

    public static string Title(RelationshipList list) => list switch
    {
        RelationshipList.BecameCredible => "Became credible",
        RelationshipList.NearTheCliff => "One miss from being at risk",
        RelationshipList.LatenessHabit => "Lateness is becoming a habit",
        RelationshipList.OneSided => "One side gives, the other takes",
        RelationshipList.Ended => "Relationships that ended",
        _ => "All relationships",
    };

    public static RelationshipList? ListOf(string slug) => Enum.GetValues<RelationshipList>().Cast<RelationshipList?>().FirstOrDefault(list => Slug(list!.Value) == slug);

    /// <summary>Why a relationship stands in a list.</summary>
    public static string? Why(RelationshipLine line, IFormatProvider culture) => line switch
    {
        { Encounters: { } encounters, Day: { } day } => $"Credible since {day.ToString("d MMMM yyyy", culture)}, after {Count(encounters, "encounter", "encounters")}.",
        { End: { } end, Day: { } day } => $"{(end == RelationshipEnd.LostOnTrust ? "Trust was gone" : "Ended for another reason")}, {day.ToString("d MMMM yyyy", culture)}.",
        { Exchange: { } exchange } => GiveAndTake.Sentence(exchange, own: false),
        _ => null,
    };

    /// <summary>"At 46 now; one missed expectation would make it 38."</summary>
    public static string? Cliff(RelationshipLine line) => line is { AfterOneMiss: { } after, Credibility: { } now }
        ? $"At {Points.Whole(now)} now; one missed expectation would make it {Points.Whole(after)}." : null;

    private static string Of(Guid? team, Guid? rep) => $"{(team is null ? "" : $"&team={team}")}{(rep is null ? "" : $"&rep={rep}")}";

    /// <summary>The sentences behind a row of "talk about this first".</summary>
    public static string Evidence(CoachingHint hint, int days) => hint.Rule switch
    {
        CoachingRule.Lie => Broke(Breach.Lie, days, rep: hint.RepId),
        CoachingRule.Gossip => Broke(Breach.Gossip, days, rep: hint.RepId),
        CoachingRule.Exaggeration => Broke(Breach.Exaggeration, days, rep: hint.RepId),
        CoachingRule.PromisesBroken => Broke(Breach.PromiseNotKept, days, rep: hint.RepId),
        CoachingRule.LatenessHabit => Relationships(RelationshipList.LatenessHabit, days, rep: hint.RepId),
        CoachingRule.TwoOfLastFiveMissed => Broke(Breach.ExpectationMissed, days, rep: hint.RepId),
        CoachingRule.FellToRisk => $"/team/at-risk?rep={hint.RepId}",
        _ => Rep(hint.RepId),
    };

    public static IReadOnlyList<SpreadDot> Dots(RepLine rep) =>
        [.. rep.Dots.Select(d => new SpreadDot(d.Customer ?? "", d.Credibility, d.CustomerId is { } id ? Customer(id, rep.RepId) : null, d.IsAtRisk))];

    /// <summary>A change with its sign, or null when one side is unknown.</summary>
    public static string? Change(Figure figure, int decimals = 0) =>
        figure.Change is { } change ? Points.Change(change, CultureInfo.CurrentCulture, decimals) : null;

    public static string? Whole(Figure figure, string unit = "") => figure.Now is { } value ? Points.Whole(value) + unit : null;

    public static string? OneDecimal(Figure figure) => figure.Now?.ToString("0.0", CultureInfo.CurrentCulture);

    public static string Count(int count, string one, string many) => $"{count.ToString("N0", CultureInfo.CurrentCulture)} {(count == 1 ? one : many)}";

    /// <summary>"90 days up to today, against the 90 before".</summary>
    public static string Period(CoachingPeriod period) =>
        $"{period.Days} days up to today, against the {period.Days} before";
}
