using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Method;

/// <summary>
/// A relationship in which steps were ticked in the first conversations, and how it went after them. The first conversations are those of
/// the first <see cref="FirstDays"/> days from the first contact; early credibility is read from the <see cref="AfterDays"/> days that
/// follow, so that nothing said of a step and its own encounter is counted as its effect.
/// </summary>
/// <param name="Id">Of the relationship.</param>
/// <param name="Opening">How it began: like is compared with like.</param>
/// <param name="Offered">Steps that stood on a card that was ticked: of these, what is not in <paramref name="Ticked"/> was left out.</param>
/// <param name="Judged">Judged events in the days after.</param>
/// <param name="Credibility">0 to 100; see <see cref="Points"/>.</param>
public sealed record EarlyRelationship(
    Guid Id, Opening Opening, IReadOnlySet<Guid> Offered, IReadOnlySet<Guid> Ticked, int Judged, double Credibility)
{
    /// <summary>Days from the first contact in which a conversation is a first one.</summary>
    public const int FirstDays = 30;

    /// <summary>Days after the first conversations from which early credibility is read.</summary>
    public const int AfterDays = 60;

    /// <summary>
    /// Credibility by the closed form, with the same start in the middle for everybody: the opening allowance is left out, because it
    /// is given for how a relationship began and not for what was done in it.
    /// </summary>
    /// <param name="kept">Kept units of the days after, as faded by their last day.</param>
    /// <param name="missed">Missed units, the same.</param>
    public static double Points(double kept, double missed, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var score = rules.Credibility;
        return new ScoreSum(score.Prior, 0.5, score.LossRatio, kept, missed).Points;
    }
}
