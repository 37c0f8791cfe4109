using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>
/// The team page in four statements: the manager's teams, the figures of the whole team, the details of one page of reps and the names
/// of the relationships shown. All of it from standings and weekly tallies, so that a log made a second ago is in it.
/// </summary>
public sealed class TeamCredibilityQuery(TrustCoachDb db, RuleBook rules, TimeProvider clock)
{
    // More links than this would be slower to read than the list they stand for; the rep's own page has that list.
    private const int MostLinkedDots = 40;
    private const int MostAtRisk = 10;

    /// <summary>The page; null when the team is none of the actor's. Without a team of that actor at all, an empty list of teams.</summary>
    /// <param name="teamId">Which team; the first by name otherwise.</param>
    /// <param name="weeks">4, 13 or 52.</param>
    /// <param name="page">From 1.</param>
    public async Task<TeamCredibility?> RunAsync(Actor actor, Guid? teamId, int? weeks, int page, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var period = CoachingPeriod.Of(weeks, actor.Today(now));
        var teams = await TeamsAsync(actor, cancellation);
        var team = teamId is null ? teams.FirstOrDefault() : teams.Find(t => t.Choice.Id == teamId);
        if (team is null)
            return teamId is null ? Nobody(period) : null;

        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        page = Math.Clamp(page, 1, Math.Max(1, (team.Reps.Count + TeamCredibility.PageSize - 1) / TeamCredibility.PageSize));
        var shown = team.Reps.Skip((page - 1) * TeamCredibility.PageSize).Take(TeamCredibility.PageSize).ToList();
        var all = team.Reps.ConvertAll(r => r.Id).ToArray();
        var figures = await new RepFiguresQuery(db).RunAsync(all, period, book, now, cancellation);
        var details = await new RepDetailsQuery(db).RunAsync([.. shown.Select(r => r.Id)], all, period, book, cancellation);
        var risks = figures.SelectMany(Risks).OrderByDescending(r => r.Day).ThenBy(r => r.Id).Take(MostAtRisk).ToList();
        var named = await NamesAsync([.. risks.Select(r => r.Id), .. details.SelectMany(LinkedDots)], cancellation);

        var names = team.Reps.ToDictionary(r => r.Id, r => r.Name);
        var totals = TeamTotals.Of(figures, book);
        var typical = figures.ToDictionary(f => f.RepId, f => f.Judged == 0 ? (double?)null : new RollUp(f.Credibility, f.Confidence).Rep(totals.Typical, book));
        return new TeamCredibility(
            teams.ConvertAll(t => t.Choice), team.Choice, period, totals.Figures,
            [.. shown.Join(details, r => r.Id, d => d.RepId, (r, d) => Line(r, d, typical[r.Id], named, book))], page, team.Reps.Count,
            CoachingHints.For(figures.Select(f => Signs(f, names[f.RepId], period)), period.Today),
            TeamTotals.Breaches(figures),
            [.. risks.Where(r => named.ContainsKey(r.Id)).Select(r => RiskOf(r, names[r.RepId], named[r.Id], period.Today, book))]);
    }

    private async Task<List<TeamOfReps>> TeamsAsync(Actor actor, CancellationToken cancellation)
    {
        var people = db.PeopleFor(actor, Thing.TeamCredibility, Act.See);
        var rows = await db.Teams.AsNoTracking()
            .Where(t => t.ManagerId == actor.PersonId && t.ArchivedAt == null)
            .Select(t => new
            {
                t.Id,
                t.Name,
                Reps = people.Where(p => p.TeamId == t.Id && p.DeactivatedAt == null && (p.Roles & Roles.Rep) != 0)
                    .OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new RepName(p.Id, p.Name)).ToList(),
            })
            .OrderBy(t => t.Name).ThenBy(t => t.Id)
            .ToListAsync(cancellation);
        return rows.ConvertAll(t => new TeamOfReps(new TeamChoice(t.Id, t.Name), t.Reps));
    }

    private async Task<Dictionary<Guid, NamedRelationship>> NamesAsync(List<Guid> ids, CancellationToken cancellation) => await (
        from relationship in db.Relationships
        where ids.Contains(relationship.Id)
        join customer in db.Customers on relationship.CustomerId equals customer.Id
        join standing in db.Standings.AsNoTracking() on relationship.Id equals standing.RelationshipId
        select new NamedRelationship(relationship.Id, customer.Id, customer.Name, standing)).ToDictionaryAsync(r => r.Id, cancellation);

    private static RepLine Line(RepName rep, RepDetails details, double? typical, Dictionary<Guid, NamedRelationship> named, ScoringRules rules)
    {
        var dots = new List<RelationshipDot>(details.Relationships.Length);
        for (var i = 0; i < details.Relationships.Length; i++)
        {
            var id = details.Relationships[i];
            var name = named.GetValueOrDefault(id);
            if (details.Judged[i] >= rules.Stages.EnoughEvents)
                dots.Add(new RelationshipDot(id, name?.CustomerId, name?.Customer, details.Credibility[i], details.Stages[i] >= (short)Stage.AtRisk));
        }

        return new RepLine(rep.Id, rep.Name, dots, details.Relationships.Length - dots.Count, typical, details.Trend, details.Traits(rules));
    }

    private static RiskLine RiskOf(Risk risk, string rep, NamedRelationship named, DateOnly today, ScoringRules rules) => new(
        risk.Id, named.CustomerId, named.Customer, risk.RepId, rep,
        risk.Judged >= rules.Stages.EnoughEvents ? risk.Credibility : null, RiskPattern.Of(named.Standing, today.DayNumber, rules), DateOnly.FromDayNumber(risk.Day));

    private static IEnumerable<Risk> Risks(RepFigures rep) =>
        rep.RiskIds.Select((id, i) => new Risk(id, rep.RepId, rep.RiskCredibility[i], rep.RiskJudged[i], rep.RiskLastDay[i]));

    private static IEnumerable<Guid> LinkedDots(RepDetails rep) => rep.Relationships.Length <= MostLinkedDots ? rep.Relationships : [];

    private static RepSigns Signs(RepFigures f, string name, CoachingPeriod period) => new(f.RepId, name, period.Weeks)
    {
        Lies = new Happened(f.Lies, 0, f.LastLie),
        Gossip = new Happened(f.Gossip, 0, f.LastGossip),
        Exaggeration = new Happened(f.Exaggeration, 0, f.LastExaggeration),
        PromisesBroken = new Happened(f.Broken, f.BrokenBefore, f.LastBroken),
        Fallen = new Happened(f.Fallen, 0, DayOf(f.FallenDay)),
        LatenessHabits = new Happened(f.LatenessHabits, 0, DayOf(f.LatenessDay)),
        TwoOfLastFive = new Happened(f.TwoOfLastFive, 0, DayOf(f.TwoOfLastFiveDay)),
        Overdue = f.Overdue,
        Relationships = f.Relationships,
        LastTouch = f.LastTouch,
    };

    private static DateOnly? DayOf(int? number) => number is { } day ? DateOnly.FromDayNumber(day) : null;

    private static TeamCredibility Nobody(CoachingPeriod period) =>
        new([], new TeamChoice(Guid.Empty, ""), period, TeamTotals.Of([], ScoringRules.Default).Figures, [], 1, 0, [], [], []);

    private sealed record RepName(Guid Id, string Name);

    private sealed record TeamOfReps(TeamChoice Choice, List<RepName> Reps);

    private sealed record Risk(Guid Id, Guid RepId, double Credibility, int Judged, int Day);

    private sealed record NamedRelationship(Guid Id, Guid CustomerId, string Customer, Standing Standing);
}
