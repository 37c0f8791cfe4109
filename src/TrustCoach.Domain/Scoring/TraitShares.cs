namespace TrustCoach.Domain.Scoring;

/// <summary>The part of an event's units that tells about one trait.</summary>
/// <param name="Trait">Which.</param>
/// <param name="Part">Above 0, at most 1; the parts of one event need not add up to 1.</param>
public readonly record struct TraitShare(Trait Trait, double Part)
{
    internal int Index => (int)Trait;
}

/// <summary>Which traits an event tells about, and how much of it (scoring.md, Traits).</summary>
public static class TraitShares
{
    private static readonly TraitShare[] Thirds =
        [new(Trait.Honesty, 1 / 3.0), new(Trait.Sincerity, 1 / 3.0), new(Trait.Accountability, 1 / 3.0)];

    private static readonly TraitShare[] OnTimeThirds =
        [new(Trait.Punctuality, 0.5), new(Trait.Honesty, 1 / 6.0), new(Trait.Sincerity, 1 / 6.0), new(Trait.Accountability, 1 / 6.0)];

    private static readonly TraitShare[] Exaggeration = [new(Trait.Honesty, 0.5), new(Trait.Sincerity, 0.5)];

    private static readonly TraitShare[] PromiseLate = [new(Trait.KeepingWord, 0.5), new(Trait.Punctuality, 0.5)];

    private static readonly TraitShare[] PromiseBroken =
        [new(Trait.KeepingWord, 1), new(Trait.Sincerity, 0.25), new(Trait.Accountability, 0.25)];

    private static readonly TraitShare[][] Whole = Array.ConvertAll(Enum.GetValues<Trait>(), t => new TraitShare[] { new(t, 1) });

    private static readonly TraitShare[][] OnTime = Array.ConvertAll(Enum.GetValues<Trait>(), t =>
        t == Trait.Punctuality ? new TraitShare[] { new(t, 1) } : [new(Trait.Punctuality, 0.5), new(t, 0.5)]);

    /// <summary>The shares of an event's own units. A repair has none; see <see cref="TraitRules.Accountability"/>.</summary>
    /// <param name="again">The promise was renegotiated before.</param>
    public static ReadOnlySpan<TraitShare> Of(in Evidence evidence, bool again) => evidence.Kind switch
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
        _ => [],
    };
}
