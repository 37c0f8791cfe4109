using System.Globalization;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Charts;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Team;

/// <summary>Words, numbers and links that the coaching pages share.</summary>
public static class TeamWords
{
    public const string ForCoaching = "For coaching, not for pay or dismissal alone.";

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

    public static string Rep(Guid repId) => $"/team/reps/{repId}";

    public static string TraitEvents(Guid repId, Trait trait) => $"/reps/{repId}/traits/{Slug(trait)}";

    /// <summary>The sentences of one kind of breach, of a team or of one rep.</summary>
    public static string Broke(Breach breach, int days, Guid? team = null, Guid? rep = null) =>
        $"/team/what-broke-trust?kind={breach.Slug()}&days={days}{(team is null ? "" : $"&team={team}")}{(rep is null ? "" : $"&rep={rep}")}";

    /// <summary>The sentences behind a row of "talk about this first".</summary>
    public static string Evidence(CoachingHint hint, int days) => hint.Rule switch
    {
        CoachingRule.Lie => Broke(Breach.Lie, days, rep: hint.RepId),
        CoachingRule.Gossip => Broke(Breach.Gossip, days, rep: hint.RepId),
        CoachingRule.Exaggeration => Broke(Breach.Exaggeration, days, rep: hint.RepId),
        CoachingRule.PromisesBroken => Broke(Breach.PromiseNotKept, days, rep: hint.RepId),
        CoachingRule.LatenessHabit => Broke(Breach.Late, days, rep: hint.RepId),
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
