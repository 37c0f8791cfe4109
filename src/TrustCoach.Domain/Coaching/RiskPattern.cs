using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>What put a relationship at risk, in words and counts.</summary>
public static class RiskPattern
{
    /// <summary>One sentence, gravest cause first.</summary>
    /// <param name="standing">With the promises the clock has broken.</param>
    public static string Of(Standing standing, int day, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(rules);
        var sums = standing.On(Math.Max(day, standing.LastDay ?? day), rules);
        if (day - standing.LastGraveLieDay <= rules.Stages.GraveLieDays)
            return $"A material lie {Ago(day - standing.LastGraveLieDay!.Value)}.";
        if (day - standing.LastIntegrityDay <= rules.Stages.IntegrityDays)
        {
            var lied = standing.Lies.Exists(lie => lie.Day == standing.LastIntegrityDay);
            return $"{(lied ? "A lie" : "Gossip or exaggeration")} {Ago(day - standing.LastIntegrityDay!.Value)}.";
        }

        if (Math.Min(1 + sums.LateLoad, rules.LatenessMost) >= rules.Stages.LatenessHabit)
            return $"Late again and again, last {Ago(day - standing.LastLateDay!.Value)}.";
        if (sums.MissedOfLastFive >= rules.Stages.MissedOfLastFive)
            return $"{sums.MissedOfLastFive} of the last {Math.Min(standing.Judged, 5)} expectations not met.";
        // Less than one encounter's weight is left of all of them: their sums say nothing about what was missed.
        return sums.EvidenceWeight < 1 && standing.LastDay is { } last
            ? $"Nothing for {day - last} days: what was earned has faded."
            : $"More was missed than kept over {standing.Judged} encounters.";
    }

    private static string Ago(int days) => days switch { <= 0 => "today", 1 => "yesterday", _ => $"{days} days ago" };
}
