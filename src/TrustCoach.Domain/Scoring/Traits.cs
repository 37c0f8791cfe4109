namespace TrustCoach.Domain.Scoring;

/// <summary>Evidence about one trait, faded to a day; sums over relationships add.</summary>
/// <param name="Kept">Units.</param>
/// <param name="Missed">Units.</param>
/// <param name="Events">Events with a share in the trait.</param>
public readonly record struct TraitSums(double Kept, double Missed, int Events)
{
    /// <summary>With the evidence of another relationship.</summary>
    public TraitSums Plus(TraitSums other) => new(Kept + other.Kept, Missed + other.Missed, Events + other.Events);

    /// <summary>What a standing tells about a trait on a day.</summary>
    public static TraitSums Of(Standing standing, Trait trait, int day, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(rules);
        var factor = Fading.Of(rules.Traits.HalfLife).ToDay(day);
        var index = (int)trait;
        return new TraitSums(standing.TraitKept[index] * factor, standing.TraitMissed[index] * factor, standing.TraitEvents[index]);
    }
}

/// <summary>One trait of a rep (scoring.md, Traits).</summary>
/// <param name="Trait">Which.</param>
/// <param name="Value">Points, 0 to 100; null when it is too early to say.</param>
/// <param name="Events">Events with a share in the trait.</param>
public sealed record TraitReading(Trait Trait, double? Value, int Events)
{
    /// <summary>Reads the sums over all the rep's relationships.</summary>
    public static TraitReading Of(Trait trait, TraitSums sums, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var (prior, ratio) = (rules.Traits.Prior, rules.Traits.LossRatio);
        var value = 100 * (prior + sums.Kept) / ((2 * prior) + sums.Kept + (ratio * sums.Missed));
        return new TraitReading(trait, sums.Events < rules.Traits.EnoughEvents ? null : value, sums.Events);
    }
}
