using TrustCoach.Domain.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>One page of the events behind a bar of "what broke trust".</summary>
/// <param name="Next">Where it goes on; null at the end.</param>
public sealed record WhatBrokeTrust(TeamChoice Team, RepName? Rep, Breach Breach, CoachingPeriod Period, IReadOnlyList<EvidenceLine> Rows, EvidenceCursor? Next)
{
    public const int PageSize = 25;
}

/// <summary>The sentences of one kind of breach in a team, or with one of its reps: two statements.</summary>
public sealed class WhatBrokeTrustQuery(TrustCoachDb db, RuleBook rules, TimeProvider clock)
{
    /// <summary>The page; null when the team or the rep is none of the actor's.</summary>
    public async Task<WhatBrokeTrust?> RunAsync(
        Actor actor, Guid? teamId, Guid? repId, Breach breach, int? days, EvidenceCursor after, CancellationToken cancellation)
    {
        var teams = await db.ManagedTeamsAsync(actor, cancellation);
        var team = repId is null ? teams.Pick(teamId) : teams.Find(t => t.Reps.Exists(r => r.Id == repId));
        if (team is null)
            return null;

        var period = CoachingPeriod.Of(days, actor.Today(clock.GetUtcNow()));
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        Guid[] reps = repId is { } one ? [one] : [.. team.Reps.Select(r => r.Id)];
        var rows = await new EvidenceLinesQuery(db).RunAsync(
            new EvidenceFilter(reps, period.From, period.Today, breach.Kinds()), book, after, WhatBrokeTrust.PageSize + 1, cancellation);
        var shown = rows.Take(WhatBrokeTrust.PageSize).ToList();
        return new WhatBrokeTrust(
            team.Choice, team.Reps.Find(r => r.Id == repId), breach, period, shown,
            rows.Count > shown.Count ? new EvidenceCursor(shown[^1].Day, shown[^1].Id) : null);
    }
}
