using System.Globalization;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>Why a relationship is in its stage, and what the next one takes, in a sentence (scoring.md 4.6).</summary>
public static class StageReason
{
    public static string Of(Reading reading, Standing standing, int day, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(rules);
        var stages = rules.Stages;
        return reading.Stage switch
        {
            Stage.Broken when day - standing.LastGraveLieDay <= stages.GraveLieDays => "A grave lie is less than a year back.",
            Stage.Broken => Text($"Credibility is under {stages.BrokenCredibility} and trust under {stages.BrokenTrust}."),
            Stage.AtRisk when day - standing.LastIntegrityDay <= stages.IntegrityDays =>
                Text($"A lie, gossip or exaggeration of weight is less than {stages.IntegrityDays} days back."),
            Stage.AtRisk when reading.TooEarly => "The first encounters went wrong.",
            Stage.AtRisk => Text($"Credibility is under {stages.AtRiskCredibility} after {reading.Judged} judged encounters."),
            Stage.Trusted => Text($"{reading.Judged} judged encounters over {day - standing.FirstDay} days hold it up."),
            Stage.Credible => Credible(reading, standing, day, stages),
            Stage.BenefitOfTheDoubt when reading.TooEarly => Text($"Most of it is still the allowance of the start; {Left(reading, stages)} to a verdict."),
            Stage.BenefitOfTheDoubt => Text($"Proof is mixed: credibility is not yet {stages.CredibleCredibility}."),
            _ when reading.Judged == 0 => "Polite contact is not trust: nothing has been tested yet.",
            _ => Text($"Credibility is under {stages.DoubtCredibility}; {Left(reading, stages)} to a verdict."),
        };
    }

    /// <summary>What a coach would say besides; empty when there is nothing.</summary>
    public static IEnumerable<string> Warnings(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.TwoOfLastFiveMissed)
            yield return "Two of the last five encounters were not met.";
        if (reading.LatenessHabit)
            yield return "Lateness is becoming a habit: the next time weighs double or more.";
    }

    private static string Credible(Reading reading, Standing standing, int day, StageRules stages)
    {
        if (reading.Judged < stages.TrustedEvents)
            return Text($"Trust takes time: {stages.TrustedEvents - reading.Judged} more judged encounters before it can be called trusted.");
        if (day - standing.FirstDay < stages.TrustedDays)
            return Text($"Trust takes time: {stages.TrustedDays - (day - standing.FirstDay)} more days before it can be called trusted.");
        return Text($"Trust is still under {stages.TrustedTrust}: it grows with every expectation met.");
    }

    private static string Left(Reading reading, StageRules stages) => (stages.EnoughEvents - reading.Judged) switch
    {
        <= 0 => "enough encounters",
        1 => "one more judged encounter",
        var left => Text($"{left} more judged encounters"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
