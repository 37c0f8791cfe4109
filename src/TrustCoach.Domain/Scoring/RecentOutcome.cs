namespace TrustCoach.Domain.Scoring;

/// <summary>One kept or missed outcome with the day it counts on, as a day number.</summary>
public readonly record struct RecentOutcome(int Day, bool Missed)
{
    /// <summary>The outcomes among the evidence of a relationship: what weighs something and is no renegotiation or repair.</summary>
    public static RecentOutcome[] AllOf(ReadOnlySpan<Evidence> evidence, ScoringRules rules)
    {
        var units = new EvidenceUnits[evidence.Length];
        new Standing().Refold(evidence, rules, units);
        var outcomes = new List<RecentOutcome>(evidence.Length);
        for (var i = 0; i < evidence.Length; i++)
        {
            if ((units[i].Kept > 0 || units[i].Missed > 0)
                && evidence[i].Kind is not (EvidenceKind.PromiseRenegotiated or EvidenceKind.Apology or EvidenceKind.MakeGood))
            {
                outcomes.Add(new(evidence[i].Day, units[i].Missed > 0));
            }
        }

        return [.. outcomes];
    }

    /// <summary>The newest first; of one day's outcomes the missed ones count as newest.</summary>
    internal static int NewestFirst(RecentOutcome one, RecentOutcome other) =>
        one.Day != other.Day ? other.Day.CompareTo(one.Day) : other.Missed.CompareTo(one.Missed);
}
