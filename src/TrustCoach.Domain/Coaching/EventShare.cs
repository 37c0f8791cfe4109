using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>What one event makes of a score or a trait today: the score with it less the score without it.</summary>
public static class EventShare
{
    /// <summary>Points of credibility, positive for what lifts it. A miss counts as before any apology.</summary>
    /// <param name="standing">The relationship's, the event included.</param>
    /// <param name="units">What the event weighs.</param>
    /// <param name="rho">The rep's reputation in the other relationships, 0 to 1.</param>
    public static double OfCredibility(Standing standing, in Evidence evidence, EvidenceUnits units, double rho, int day, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(rules);
        var score = rules.Credibility;
        var sums = standing.On(Math.Max(day, standing.LastDay ?? day), rules);
        var start = score.Prior * ScoreReader.Start(score, rho, rules.Climate.Shift(standing.Opening));
        var kept = units.Kept * Fading.Of(score.HalfLife).After(day - evidence.Day);
        var missed = units.Missed * Fading.Of(Units.IsIntegrity(evidence.Kind) ? rules.IntegrityHalfLife : score.HalfLife).After(day - evidence.Day);
        double Points(double keptC, double missedC) => 100 * (start + keptC) / (score.Prior + keptC + (score.LossRatio * missedC));
        return Points(sums.KeptC, sums.MissedC) - Points(Math.Max(sums.KeptC - kept, 0), Math.Max(sums.MissedC - missed, 0));
    }

    /// <summary>The share of an event that tells about a trait, 0 to 1.</summary>
    /// <param name="again">The promise was renegotiated before.</param>
    public static double OfTrait(Trait trait, in Evidence evidence, bool again)
    {
        foreach (var share in TraitShares.Of(evidence, again))
        {
            if (share.Trait == trait)
                return share.Part;
        }

        return 0;
    }

    /// <summary>Units that an event adds to a trait today: kept ones positive, missed ones negative.</summary>
    public static double TraitUnits(Trait trait, in Evidence evidence, bool again, EvidenceUnits units, int day, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var missed = Units.IsRepair(evidence.Kind) ? 0 : units.Missed;
        var weight = OfTrait(trait, evidence, again) * (units.Kept - missed);
        var repaired = Units.IsRepair(evidence.Kind) && units.Missed < 0;
        var ownedUp = evidence.OwnedUp && units.Missed > 0 && !Units.IsIntegrity(evidence.Kind);
        if (trait == Trait.Accountability && (repaired || ownedUp))
            weight += rules.Traits.Accountability;
        return weight * Fading.Of(rules.Traits.HalfLife).After(Math.Max(day - evidence.Day, 0));
    }

    /// <summary>The kinds that can tell about a trait.</summary>
    public static IReadOnlyList<EvidenceKind> KindsOf(Trait trait) =>
    [
        .. Enum.GetValues<EvidenceKind>().Where(kind => kind is EvidenceKind.Met or EvidenceKind.Exceeded or EvidenceKind.Missed
            || OfTrait(trait, new Evidence(default, 0, kind), again: false) > 0 || OfTrait(trait, new Evidence(default, 0, kind), again: true) > 0),
    ];
}
