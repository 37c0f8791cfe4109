namespace TrustCoach.Domain.Scoring;

/// <summary>The table of kept and missed units (scoring.md 4.1).</summary>
public static class Units
{
    /// <summary>A lie, gossip or exaggeration: fades slowly, and nothing repairs it.</summary>
    public static bool IsIntegrity(EvidenceKind kind) =>
        kind is EvidenceKind.Lie or EvidenceKind.Gossip or EvidenceKind.Exaggeration;

    /// <summary>An apology or a make-good: no evidence of its own.</summary>
    public static bool IsRepair(EvidenceKind kind) => kind is EvidenceKind.Apology or EvidenceKind.MakeGood;

    /// <summary>A lateness, whose units depend on how often one was late before.</summary>
    public static bool IsLate(EvidenceKind kind) => kind is EvidenceKind.Late or EvidenceKind.PromiseLate;

    /// <summary>g before the evidence level.</summary>
    /// <param name="again">The promise was renegotiated before.</param>
    public static double Kept(in Evidence evidence, bool again, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return evidence.Kind switch
        {
            EvidenceKind.Met or EvidenceKind.PromiseKept => rules.Met,
            EvidenceKind.Exceeded or EvidenceKind.PromiseExceeded => rules.Exceeded,
            EvidenceKind.PromiseRenegotiated when !again => rules.Renegotiated,
            _ => 0,
        };
    }

    /// <summary>b before owning up and repair.</summary>
    /// <param name="again">The promise was renegotiated before.</param>
    /// <param name="lateness">m: the lateness multiplier on that day.</param>
    public static double Missed(in Evidence evidence, bool again, double lateness, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return evidence.Kind switch
        {
            EvidenceKind.Missed => rules.Missed[evidence.Severity],
            EvidenceKind.PromiseBroken => rules.PromiseBroken[evidence.Severity],
            EvidenceKind.Late or EvidenceKind.PromiseLate => rules.Late * lateness,
            EvidenceKind.PromiseRenegotiated when again => rules.Renegotiated,
            EvidenceKind.Gossip or EvidenceKind.Exaggeration => rules.Gossip[evidence.Severity],
            EvidenceKind.Lie => rules.Lie[evidence.Severity],
            _ => 0,
        };
    }

    /// <summary>What a kept unit counts by how it is known.</summary>
    public static double Level(EvidenceLevel level, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return level switch
        {
            EvidenceLevel.SelfReported => rules.SelfReported,
            EvidenceLevel.CustomerConfirmed => rules.CustomerConfirmed,
            _ => rules.Witnessed,
        };
    }
}
