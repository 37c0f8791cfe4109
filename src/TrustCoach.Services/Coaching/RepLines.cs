using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>From a rep's figures to what a page shows.</summary>
internal static class RepLines
{
    /// <summary>The rep as one row.</summary>
    /// <param name="named">The relationships whose dots are links; the others stay dots.</param>
    public static RepLine Of(RepName rep, RepFigures figures, TeamTotals team, Dictionary<Guid, NamedRelationship> named, ScoringRules rules)
    {
        var dots = new List<RelationshipDot>(figures.Ids.Length);
        for (var i = 0; i < figures.Ids.Length; i++)
        {
            var id = figures.Ids[i];
            var name = named.GetValueOrDefault(id);
            if (figures.Events[i] >= rules.Stages.EnoughEvents)
                dots.Add(new RelationshipDot(id, name?.CustomerId, name?.Customer, figures.Points[i], figures.Stages[i] >= (short)Stage.AtRisk));
        }

        var trend = Trend(figures, team, rules);
        return new RepLine(
            rep.Id, rep.Name, dots, figures.Ids.Length - dots.Count, Typical(figures, team, rules), trend.ConvertAll(w => w.Points), figures.Traits(rules))
        {
            TrendWeeks = trend.ConvertAll(w => w.Week),
        };
    }

    /// <summary>The rep's roll-up with the team as prior; null while no relationship has enough judged encounters.</summary>
    public static double? Typical(RepFigures figures, TeamTotals team, ScoringRules rules) =>
        figures.Judged == 0 ? null : new RollUp(figures.Credibility, figures.Confidence).Rep(team.Typical, rules);

    // Each closed week as it stood then, the team's roll-up of that week its prior.
    private static List<(DateOnly Week, double Points)> Trend(RepFigures figures, TeamTotals team, ScoringRules rules)
    {
        var points = new List<(DateOnly, double)>(figures.Weeks.Length);
        for (var i = 0; i < figures.Weeks.Length; i++)
        {
            if (figures.WeekJudged[i] > 0 && team.Weeks[figures.Weeks[i]] is { Confidence: > 0 } all)
                points.Add((figures.Weeks[i], new RollUp(figures.WeekCredibility[i], figures.WeekConfidence[i]).Rep(all.Team(rules.Credibility, rules), rules)));
        }

        return points;
    }

    public static RepSigns Signs(RepFigures f, string name, CoachingPeriod period) => new(f.RepId, name, period.Days)
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
}
