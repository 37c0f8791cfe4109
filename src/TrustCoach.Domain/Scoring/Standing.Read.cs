using System.Numerics;

namespace TrustCoach.Domain.Scoring;

public sealed partial class Standing
{
    /// <summary>The sums faded to a day, which must not lie before <see cref="LastDay"/>.</summary>
    public Sums On(int day, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var credibility = Fading.Of(rules.Credibility.HalfLife).ToDay(day);
        var trust = Fading.Of(rules.Trust.HalfLife).ToDay(day);
        var forecast = Fading.Of(rules.ForecastHalfLife).ToDay(day);
        var integrity = Integrity * Fading.Of(rules.IntegrityHalfLife).ToDay(day);
        return new Sums(
            KeptC * credibility,
            (MissedC * credibility) + integrity,
            KeptT * trust,
            (MissedT * trust) + integrity,
            Ceiling,
            EvidenceWeight * Fading.Of(rules.EvidenceHalfLife).ToDay(day),
            ForecastKept * forecast,
            ForecastMissed * forecast,
            LateLoadOn(day, Fading.Of(rules.LatenessHalfLife)),
            Judged,
            FirstDay,
            LastGraveLieDay,
            LastIntegrityDay,
            BitOperations.PopCount((uint)RecentOutcomes));
    }
}
