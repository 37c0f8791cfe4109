using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>Adds the figures of reps up to those of their team.</summary>
/// <param name="Typical">The team's roll-up, points; the start of a score when nothing is known.</param>
internal sealed record TeamTotals(TeamFigures Figures, double Typical)
{
    public static TeamTotals Of(IReadOnlyList<RepFigures> reps, ScoringRules rules)
    {
        int Sum(Func<RepFigures, int> of) => reps.Sum(of);
        var now = reps.Aggregate(new RollUp(), (sum, rep) => sum.Plus(new RollUp(rep.Credibility, rep.Confidence)));
        var then = reps.Aggregate(new RollUp(), (sum, rep) => sum.Plus(new RollUp(rep.WeekCredibility ?? 0, rep.WeekConfidence ?? 0)));
        var known = reps.Any(r => r.WeekAtRisk is not null);
        var (kept, closed) = (Sum(r => r.Kept), Sum(r => r.Kept + r.KeptLate + r.Broken));
        var (keptBefore, closedBefore) = (Sum(r => r.KeptBefore), Sum(r => r.KeptBefore + r.KeptLateBefore + r.BrokenBefore));
        var (became, becameBefore) = (Sum(r => r.BecameCredible), Sum(r => r.BecameCredibleBefore));
        var typical = now.Team(rules.Credibility, rules);
        return new TeamTotals(
            new TeamFigures(
                new Figure(Sum(r => r.Judged) > 0 ? typical : null, then.Confidence > 0 ? then.Team(rules.Credibility, rules) : null),
                new Figure(Percent(kept, closed), Percent(keptBefore, closedBefore)), kept, closed,
                new Figure(Mean(Sum(r => r.EncountersUntilCredible), became), Mean(Sum(r => r.EncountersUntilCredibleBefore), becameBefore)), became,
                new Figure(Sum(r => r.Relationships) > 0 ? Sum(r => r.AtRisk) : null, known ? Sum(r => r.WeekAtRisk ?? 0) : null), Sum(r => r.Relationships),
                new Figure(Percent(Sum(r => r.Named), Sum(r => r.Expected)), Percent(Sum(r => r.NamedBefore), Sum(r => r.ExpectedBefore))), Sum(r => r.Expected)),
            typical);
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
