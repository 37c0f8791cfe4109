using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>How near a relationship stands to being at risk: the closed form of credibility with one normal miss more, today.</summary>
public static class Cliff
{
    /// <summary>Credibility after one more missed expectation, points.</summary>
    /// <param name="credibility">Points today.</param>
    /// <param name="weight">What they rest on: the weight of the start, what was kept and what was missed.</param>
    public static double AfterOneMiss(double credibility, double weight, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return credibility * weight / (weight + (rules.Credibility.LossRatio * rules.Units.Missed.Normal));
    }

    /// <summary>Whether that miss would put it at risk. With too few judged encounters nothing is said.</summary>
    public static bool IsNear(double credibility, double weight, int judged, Stage stage, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return stage < Stage.AtRisk && judged >= rules.Stages.EnoughEvents
            && AfterOneMiss(credibility, weight, rules) < rules.Stages.AtRiskCredibility;
    }
}
