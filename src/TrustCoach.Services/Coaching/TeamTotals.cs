using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>Adds the figures of reps up to those of their team.</summary>
/// <param name="Typical">The team's roll-up, points; the start of a score when nothing is known.</param>
/// <param name="Weeks">The team's roll-up of each week with a point, as it stood when the week closed.</param>
internal sealed record TeamTotals(TeamFigures Figures, double Typical, Dictionary<DateOnly, RollUp> Weeks)
{
    public static TeamTotals Of(IReadOnlyList<RepFigures> reps, CoachingPeriod period, ScoringRules rules)
    {
        int Sum(Func<RepFigures, int> of) => reps.Sum(of);
        var now = reps.Aggregate(new RollUp(), (sum, rep) => sum.Plus(new RollUp(rep.Credibility, rep.Confidence)));
        var weeks = WeeksOf(reps);
        var then = weeks.GetValueOrDefault(period.WeekBefore);
        var atRiskThen = reps.SelectMany(r => r.WeekAtRisk.Where((_, i) => r.Weeks[i] == period.WeekBefore)).ToList();
        var (kept, closed) = (Sum(r => r.Kept), Sum(r => r.Kept + r.KeptLate + r.Broken));
        var (keptBefore, closedBefore) = (Sum(r => r.KeptBefore), Sum(r => r.KeptBefore + r.KeptLateBefore + r.BrokenBefore));
        var (became, becameBefore) = (Sum(r => r.BecameCredible), Sum(r => r.BecameCredibleBefore));
        var (logged, loggedBefore) = (Sum(r => r.PlannedClosed), Sum(r => r.PlannedClosedBefore));
        var planned = logged + Sum(r => r.PlannedOpen);
        var typical = now.Team(rules.Credibility, rules);
        return new TeamTotals(
            new TeamFigures(
                new Figure(Sum(r => r.Judged) > 0 ? typical : null, then.Confidence > 0 ? then.Team(rules.Credibility, rules) : null),
                new Figure(Percent(kept, closed), Percent(keptBefore, closedBefore)), kept, closed,
                new Figure(Mean(Sum(r => r.EncountersUntilCredible), became), Mean(Sum(r => r.EncountersUntilCredibleBefore), becameBefore)), became,
                new Figure(Sum(r => r.Relationships) > 0 ? Sum(r => r.AtRisk) : null, atRiskThen.Count > 0 ? atRiskThen.Sum() : null), Sum(r => r.Relationships),
                new Figure(Percent(Sum(r => r.Named), Sum(r => r.Expected)), Percent(Sum(r => r.NamedBefore), Sum(r => r.ExpectedBefore))), Sum(r => r.Expected),
                new Figure(Percent(logged, planned), Percent(loggedBefore, loggedBefore + Sum(r => r.PlannedOpenBefore))), logged, planned),
            typical, weeks);
    }

    private static Dictionary<DateOnly, RollUp> WeeksOf(IReadOnlyList<RepFigures> reps)
    {
        var weeks = new Dictionary<DateOnly, RollUp>();
        foreach (var rep in reps)
        {
            for (var i = 0; i < rep.Weeks.Length; i++)
                weeks[rep.Weeks[i]] = weeks.GetValueOrDefault(rep.Weeks[i]).Plus(new RollUp(rep.WeekCredibility[i], rep.WeekConfidence[i]));
        }

        return weeks;
    }

    public static IReadOnlyList<BreachCount> Breaches(IReadOnlyList<RepFigures> reps) =>
    [
        new(Breach.PromiseNotKept, reps.Sum(r => r.Broken)),
        new(Breach.Late, reps.Sum(r => r.Late)),
        new(Breach.Exaggeration, reps.Sum(r => r.Exaggeration)),
        new(Breach.Gossip, reps.Sum(r => r.Gossip)),
        new(Breach.Lie, reps.Sum(r => r.Lies)),
    ];

    private static double? Percent(int part, int whole) => whole > 0 ? 100.0 * part / whole : null;

    private static double? Mean(int sum, int count) => count > 0 ? (double)sum / count : null;
}
