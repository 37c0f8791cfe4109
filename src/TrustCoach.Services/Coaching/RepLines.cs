using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>From a rep's figures and details to what a page shows.</summary>
internal static class RepLines
{
    /// <summary>The rep as one row.</summary>
    /// <param name="named">The relationships whose dots are links; the others stay dots.</param>
    public static RepLine Of(RepName rep, RepDetails details, double? typical, Dictionary<Guid, NamedRelationship> named, ScoringRules rules)
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

    /// <summary>The rep's roll-up with the team as prior; null while no relationship has enough judged encounters.</summary>
    public static double? Typical(RepFigures figures, TeamTotals team, ScoringRules rules) =>
        figures.Judged == 0 ? null : new RollUp(figures.Credibility, figures.Confidence).Rep(team.Typical, rules);

    public static RepSigns Signs(RepFigures f, string name, CoachingPeriod period) => new(f.RepId, name, period.Weeks)
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
