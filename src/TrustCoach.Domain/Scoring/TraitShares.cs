namespace TrustCoach.Domain.Scoring;

/// <summary>Which traits an event tells about, and how much of it (scoring.md, Traits). Indexed by <see cref="Trait"/>.</summary>
public static class TraitShares
{
    private static readonly double[] None = [0, 0, 0, 0, 0];
    private static readonly double[] Thirds = [1 / 3.0, 0, 1 / 3.0, 1 / 3.0, 0];
    private static readonly double[] OnTimeThirds = [1 / 6.0, 0.5, 1 / 6.0, 1 / 6.0, 0];
    private static readonly double[] Exaggeration = [0.5, 0, 0.5, 0, 0];
    private static readonly double[] PromiseLate = [0, 0.5, 0, 0, 0.5];
    private static readonly double[] PromiseBroken = [0, 0, 0.25, 0.25, 1];

    private static readonly double[][] Whole =
        [[1, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]];

    private static readonly double[][] OnTime =
        [[0.5, 0.5, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0.5, 0.5, 0, 0], [0, 0.5, 0, 0.5, 0], [0, 0.5, 0, 0, 0.5]];

    /// <summary>The shares of an event's own units; those of a repair are its target's, see <see cref="TraitRules.Accountability"/>.</summary>
    /// <param name="again">The promise was renegotiated before.</param>
    public static ReadOnlySpan<double> Of(in Evidence evidence, bool again) => evidence.Kind switch
    {
        EvidenceKind.Met or EvidenceKind.Exceeded when evidence.StartedOnTime =>
            evidence.Trait is { } trait ? OnTime[(int)trait] : OnTimeThirds,
        EvidenceKind.Met or EvidenceKind.Exceeded or EvidenceKind.Missed =>
            evidence.Trait is { } trait ? Whole[(int)trait] : Thirds,
        EvidenceKind.PromiseKept or EvidenceKind.PromiseExceeded => Whole[(int)Trait.KeepingWord],
        EvidenceKind.PromiseRenegotiated => Whole[(int)(again ? Trait.KeepingWord : Trait.Accountability)],
        EvidenceKind.PromiseLate => PromiseLate,
        EvidenceKind.PromiseBroken => PromiseBroken,
        EvidenceKind.Late => Whole[(int)Trait.Punctuality],
        EvidenceKind.Gossip => Whole[(int)Trait.Sincerity],
        EvidenceKind.Exaggeration => Exaggeration,
        EvidenceKind.Lie => Whole[(int)Trait.Honesty],
        _ => None,
    };
}
