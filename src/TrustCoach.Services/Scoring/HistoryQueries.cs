using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Scoring;

/// <summary>A relationship week by week, folded from its ledger as it is known now: seven statements, whatever its length.</summary>
public sealed class RelationshipHistoryQuery(TrustCoachDb db, RelationshipLedgerQuery ledgers, RelationshipMoments moments, TimeProvider clock)
{
    /// <summary>Null when the actor may not see it.</summary>
    /// <param name="repId">Whose relationship; null for one's own, else the one that runs.</param>
    public async Task<RelationshipHistory?> RunAsync(Actor actor, Guid customerId, Guid? repId, string? weeks, CancellationToken cancellation)
    {
        if (await ledgers.RunAsync(actor, customerId, repId, false, cancellation) is not { } ledger)
            return null;
        var span = HistorySpan.Of(weeks, actor.Today(clock.GetUtcNow()));
        var of = ledger.OfPage(span.Today);
        var (evidence, rho, _, rules) = (await moments.AsKnownNowAsync(actor, ledger, span.Today, cancellation)).At;
        var from = span.From(of.FirstDay);
        var points = History.Points(evidence, ledger.Opening, rho, Weekly(from, span.Today), rules);
        var shown = evidence.Where(e => e.Day >= from.DayNumber).Select(e => e.Id);
        var facts = await LedgerFacts.OfAsync(db, ledger, shown, cancellation);
        return new(of, new ScoreHistory(
            span,
            [.. points.Select(p => new ScorePoint(
                DateOnly.FromDayNumber(p.Day), p.Reading.Credibility, p.Reading.HalfBandCredibility, p.Reading.Trust, p.Reading.HalfBandTrust, p.Reading.TooEarly))],
            [.. facts.Values.OrderBy(f => f.Day).ThenBy(f => f.Id)],
            await db.RuleMarksAsync(actor, from, cancellation)));
    }

    /// <summary>Weeks back from today, so that the last point is the number shown; the first is the day it all began.</summary>
    internal static List<int> Weekly(DateOnly from, DateOnly today)
    {
        var days = new List<int>();
        for (var day = today.DayNumber; day > from.DayNumber; day -= 7)
            days.Add(day);
        days.Add(from.DayNumber);
        days.Reverse();
        return days;
    }
}

/// <summary>A rep or a team week by week, as it was known when each week closed: at most four statements, whatever their number.</summary>
public sealed class GroupHistoryQuery(TrustCoachDb db, RuleBook rules, TimeProvider clock)
{
    /// <summary>A rep's roll-up, the team's of the same week its prior; null when the actor may not see it.</summary>
    public async Task<GroupHistory?> OfRepAsync(Actor actor, Guid repId, string? weeks, CancellationToken cancellation)
    {
        var rep = await db.PeopleFor(actor, Thing.Score, Act.See).AsNoTracking().Where(p => p.Id == repId && (p.Roles & Roles.Rep) != 0)
            .Select(p => new { p.Id, p.Name, Team = db.People.Where(t => t.TeamId != null && t.TeamId == p.TeamId && t.DeactivatedAt == null).Select(t => t.Id).ToList() })
            .SingleOrDefaultAsync(cancellation);
        if (rep is null)
            return null;
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var history = await RunAsync(actor, [.. rep.Team.Append(repId).Distinct()], weeks, ofWeek =>
        {
            var team = ofWeek.Aggregate(new RollUps(), (sum, week) => sum.Plus(week));
            return Point(ofWeek.Where(w => w.RepId == repId).Aggregate(new RollUps(), (sum, week) => sum.Plus(week)), team, book.Reputation.RollUpWeight, book);
        }, cancellation);
        return new(rep.Id, rep.Name, rep.Id == actor.PersonId, history);
    }

    /// <summary>A team's roll-up; null when it is none of the actor's.</summary>
    public async Task<GroupHistory?> OfTeamAsync(Actor actor, Guid teamId, string? weeks, CancellationToken cancellation)
    {
        if (!actor.May(Thing.TeamCredibility, Act.See))
            return null;
        var people = db.PeopleFor(actor, Thing.TeamCredibility, Act.See);
        var team = await db.Teams.AsNoTracking().Where(t => t.Id == teamId && t.ArchivedAt == null && db.TeamsOf(actor.PersonId).Any(mine => mine.Id == t.Id))
            .Select(t => new { t.Name, Reps = people.Where(p => db.Teams.Any(part => part.Id == p.TeamId && part.Path.Contains(t.Id)) && p.DeactivatedAt == null && (p.Roles & Roles.Rep) != 0).Select(p => p.Id).ToList() })
            .SingleOrDefaultAsync(cancellation);
        if (team is null)
            return null;
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var history = await RunAsync(actor, team.Reps, weeks, ofWeek =>
        {
            var all = ofWeek.Aggregate(new RollUps(), (sum, week) => sum.Plus(week));
            return Point(all, all, 0, book);
        }, cancellation);
        return new(teamId, team.Name, false, history);
    }

    private async Task<ScoreHistory> RunAsync(
        Actor actor, List<Guid> repIds, string? weeks, Func<IEnumerable<RepWeek>, ScorePoint> read, CancellationToken cancellation)
    {
        var span = HistorySpan.Of(weeks, actor.Today(clock.GetUtcNow()));
        var from = span.From(DateOnly.MinValue);
        var rows = await db.RepWeeks.AsNoTracking().Where(w => repIds.Contains(w.RepId) && w.Week >= from).ToListAsync(cancellation);
        var points = rows.GroupBy(w => w.Week).OrderBy(g => g.Key)
            .Select(g => read(g) with { Day = g.Key.AddDays(6) }).SkipWhile(p => p.TooEarly).ToList();
        return new(span, points, [], points.Count == 0 ? [] : await db.RuleMarksAsync(actor, points[0].Day, cancellation));
    }

    private static ScorePoint Point(RollUps of, RollUps team, double prior, ScoringRules book)
    {
        double Of(RollUp mine, RollUp all, ScoreRules score) => prior == 0 ? mine.Team(score, book) : mine.Rep(all.Team(score, book), book);
        return new ScorePoint(
            default, Of(of.Credibility, team.Credibility, book.Credibility), of.Credibility.HalfBand(of.CredibilityVariance, prior, book),
            Of(of.Trust, team.Trust, book.Trust), of.Trust.HalfBand(of.TrustVariance, prior, book), of.Judged == 0);
    }

    /// <summary>Weeks of reps added up.</summary>
    private readonly record struct RollUps(RollUp Credibility, RollUp Trust, double CredibilityVariance, double TrustVariance, int Judged)
    {
        public RollUps Plus(RepWeek week) => new(
            Credibility.Plus(new RollUp(week.Credibility, week.Confidence)), Trust.Plus(new RollUp(week.Trust, week.Confidence)),
            CredibilityVariance + (week.CredibilityVariance ?? 0), TrustVariance + (week.TrustVariance ?? 0), Judged + week.Judged);
    }
}

internal static class RuleMarks
{
    /// <summary>Versions of the rules that numbers began to follow since a day; the one an organization starts with is no change.</summary>
    public static async Task<List<RuleMark>> RuleMarksAsync(this TrustCoachDb db, Actor actor, DateOnly from, CancellationToken cancellation)
    {
        var start = Days.At(from, TimeOnly.MinValue, actor.OrganizationZone);
        var versions = await db.RuleVersions.AsNoTracking().Where(v => v.Version > 1 && v.InForceFrom >= start)
            .OrderBy(v => v.Version).Select(v => new { v.Version, v.InForceFrom, v.Title }).ToListAsync(cancellation);
        return versions.ConvertAll(v => new RuleMark(v.Version, Days.Of(v.InForceFrom!.Value, actor.OrganizationZone), v.Title));
    }
}
