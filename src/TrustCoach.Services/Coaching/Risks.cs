using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>A relationship at risk, by the roll-up's numbers.</summary>
internal sealed record Risk(Guid Id, Guid RepId, double Credibility, int Judged, int Day)
{
    /// <summary>All of these reps, the one that moved last first.</summary>
    public static List<Risk> Of(IEnumerable<RepFigures> reps) =>
    [
        .. reps.SelectMany(rep => rep.Ids.Select((id, i) => new Risk(id, rep.RepId, rep.Points[i], rep.Events[i], rep.LastDays[i] ?? 0))
                .Where((_, i) => rep.Stages[i] >= (short)Stage.AtRisk))
            .OrderByDescending(risk => risk.Day).ThenBy(risk => risk.Id),
    ];

    /// <summary>As a row, with the customer and the pattern in words.</summary>
    public RiskLine Line(string rep, NamedRelationship named, DateOnly today, ScoringRules rules) => new(
        Id, named.CustomerId, named.Customer, RepId, rep, Judged >= rules.Stages.EnoughEvents ? Credibility : null,
        RiskPattern.Of(named.Standing, today.DayNumber, rules), DateOnly.FromDayNumber(Day));
}
