using System.Globalization;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>
/// The team page in at most five statements: the manager's teams, what has changed in the team and the figures of those reps, and the
/// names of the relationships shown. All of it from standings and daily tallies; a log made a second ago is in it.
/// </summary>
public sealed class TeamCredibilityQuery(TrustCoachDb db, RuleBook rules, RepFiguresBook reps, TimeProvider clock)
{
    // More links than this would be slower to read than the list they stand for; the rep's own page has that list.
    private const int MostLinkedDots = 40;
    private const int MostAtRisk = 10;
    private const CompareOptions Alike = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>The page; null when the team is none of the actor's. Without a team of that actor at all, an empty list of teams.</summary>
    /// <param name="teamId">Which team; the first by name otherwise.</param>
    /// <param name="days">30, 90 or 365.</param>
    /// <param name="page">From 1.</param>
    /// <param name="named">Shows only the reps whose name has this in it; the figures stay those of the whole team.</param>
    public async Task<TeamCredibility?> RunAsync(
        Actor actor, Guid? teamId, int? days, int page, CancellationToken cancellation, string? named = null)
    {
        var now = clock.GetUtcNow();
        var period = CoachingPeriod.Of(days, actor.Today(now));
        var teams = await db.ManagedTeamsAsync(actor, cancellation);
        if (teams.Pick(teamId) is not { } team)
            return teamId is null ? Nobody(period) : null;

        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        named = named?.Trim() ?? "";
        var found = named.Length == 0 ? team.Reps : team.Reps.FindAll(r => actor.Culture.CompareInfo.IndexOf(r.Name, named, Alike) >= 0);
        page = Math.Clamp(page, 1, Math.Max(1, (found.Count + TeamCredibility.PageSize - 1) / TeamCredibility.PageSize));
        var shown = found.Skip((page - 1) * TeamCredibility.PageSize).Take(TeamCredibility.PageSize).ToList();
        var figures = await reps.OfAsync(db, team.Reps.ConvertAll(r => r.Id), period, actor.RulesVersion, book, now, cancellation);
        var of = figures.ToDictionary(f => f.RepId);
        var risks = Risk.Of(figures).Take(MostAtRisk).ToList();
        var customers = await db.NamesAsync([.. risks.Select(r => r.Id), .. shown.SelectMany(r => LinkedDots(of[r.Id]))], cancellation);

        var held = await new HeldBackQuery(db).RunAsync(actor, [.. of.Keys], now, cancellation);
        var names = team.Reps.ToDictionary(r => r.Id, r => r.Name);
        var totals = TeamTotals.Of(figures, period, book);
        return new TeamCredibility(
            [.. teams.Where(t => t.IsOwn).Select(t => t.Choice)], team.Choice, period, totals.Figures,
            shown.ConvertAll(r => RepLines.Of(r, of[r.Id], totals, customers, book)), page, found.Count,
            CoachingHints.For(figures.Select(f => held.From(RepLines.Signs(f, names[f.RepId], period), period.From)), period.Today),
            TeamTotals.Breaches(figures),
            [.. risks.Where(r => customers.ContainsKey(r.Id)).Select(r => r.Line(names[r.RepId], customers[r.Id], period.Today, book))])
        {
            Everybody = team.Reps.Count,
            Parts = team.Parts.ConvertAll(part => PartOf(teams.Find(t => t.Choice.Id == part.Id)!, of, period, book)),
            PartOf = teams.Find(t => t.Choice.Id == team.PartOfId)?.Choice,
            Named = named,
            Coached = team.Coached,
        };
    }

    private static TeamPart PartOf(ManagedTeam part, Dictionary<Guid, RepFigures> of, CoachingPeriod period, ScoringRules book) =>
        new(part.Choice, part.Reps.Count, TeamTotals.Of(part.Reps.ConvertAll(r => of[r.Id]), period, book).Figures);

    private static Guid[] LinkedDots(RepFigures rep) => rep.Ids.Length <= MostLinkedDots ? rep.Ids : [];

    private static TeamCredibility Nobody(CoachingPeriod period) =>
        new([], new TeamChoice(Guid.Empty, ""), period, TeamTotals.Of([], period, ScoringRules.Default).Figures, [], 1, 0, [], [], []) { Everybody = 0, Parts = [] };
}
