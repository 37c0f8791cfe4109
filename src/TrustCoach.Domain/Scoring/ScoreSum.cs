namespace TrustCoach.Domain.Scoring;

/// <summary>One score as the fraction it is (scoring.md 4.2): 100 * A / (A + L). Weights are in kept encounters.</summary>
/// <param name="Prior">kappa: what the start weighs.</param>
/// <param name="Start">m: where it starts, 0 to 1.</param>
/// <param name="LossRatio">lambda: what a missed unit weighs against a kept one.</param>
/// <param name="Kept">G: kept units as faded by the day.</param>
/// <param name="Missed">B: missed units as faded by the day, after repairs.</param>
public readonly record struct ScoreSum(double Prior, double Start, double LossRatio, double Kept, double Missed)
{
    /// <summary>A = kappa * m + G.</summary>
    public double Earned => (Prior * Start) + Kept;

    /// <summary>L = kappa * (1 - m) + lambda * B.</summary>
    public double Lost => (Prior * (1 - Start)) + (LossRatio * Missed);

    /// <summary>W = A + L.</summary>
    public double Weight => Earned + Lost;

    /// <summary>Points, 0 to 100, before any ceiling.</summary>
    public double Points => 100 * Earned / Weight;

    /// <summary>Points that are still the allowance of the start.</summary>
    public double StartShare => 100 * Prior * Start / Weight;

    /// <param name="rho">The rep's reputation in the other relationships, 0 to 1.</param>
    /// <param name="shift">What the opening adds to the start of credibility.</param>
    public static ScoreSum Of(ScoreRules score, double rho, double shift, double kept, double missed)
    {
        ArgumentNullException.ThrowIfNull(score);
        return new(score.Prior, ScoreReader.Start(score, rho, shift), score.LossRatio, kept, missed);
    }

    /// <summary>The fraction of one of the two scores.</summary>
    public static ScoreSum Of(in Sums sums, Opening opening, double rho, ScoringRules rules, ScoreKind kind)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var shift = rules.Climate.Shift(opening);
        return kind == ScoreKind.Trust
            ? Of(rules.Trust, rho, shift, sums.KeptT, sums.MissedT)
            : Of(rules.Credibility, rho, shift, sums.KeptC, sums.MissedC);
    }
}
