using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>One page of the relationships at risk in a team, or with one of its reps.</summary>
public sealed record AtRiskPage(TeamChoice Team, RepName? Rep, IReadOnlyList<RiskLine> Rows, int Page, int Total, int Relationships)
{
    public const int PageSize = 25;

    public bool HasMore => Page * PageSize < Total;
}

/// <summary>Everything at risk in a team, the relationship that moved last first: at most four statements.</summary>
public sealed class AtRiskQuery(TrustCoachDb db, RuleBook rules, RepFiguresBook figuresOf, TimeProvider clock)
{
    /// <summary>The page; null when the team or the rep is none of the actor's.</summary>
    /// <param name="page">From 1.</param>
    public async Task<AtRiskPage?> RunAsync(Actor actor, Guid? teamId, Guid? repId, int page, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var teams = await db.ManagedTeamsAsync(actor, cancellation);
        var team = teams.Pick(teamId, repId);
        if (team is null)
            return null;

        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var period = CoachingPeriod.Of(null, actor.Today(now));
        var reps = team.Reps.Where(r => repId is null || r.Id == repId).ToDictionary(r => r.Id, r => r.Name);
        var figures = await figuresOf.OfAsync(db, reps.Keys, period, actor.RulesVersion, book, now, cancellation);
        var risks = Risk.Of(figures);
        page = Math.Clamp(page, 1, Math.Max(1, (risks.Count + AtRiskPage.PageSize - 1) / AtRiskPage.PageSize));
        var shown = risks.Skip((page - 1) * AtRiskPage.PageSize).Take(AtRiskPage.PageSize).ToList();
        var named = await db.NamesAsync([.. shown.Select(r => r.Id)], cancellation);
        return new AtRiskPage(
            team.Choice, team.Reps.Find(r => r.Id == repId),
            [.. shown.Where(r => named.ContainsKey(r.Id)).Select(r => r.Line(reps[r.RepId], named[r.Id], period.Today, book))],
            page, risks.Count, figures.Sum(f => f.Relationships));
    }
}
