using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>The ways in which trust is broken, as a coach counts them.</summary>
public enum Breach
{
    PromiseNotKept,
    Late,
    Exaggeration,
    Gossip,
    Lie,

    /// <summary>An expectation that was not met: not a breach of its own, and worth reading.</summary>
    ExpectationMissed,
}

/// <summary>What each <see cref="Breach"/> is made of.</summary>
public static class Breaches
{
    /// <summary>Those a team page counts.</summary>
    public static IReadOnlyList<Breach> Counted { get; } = [Breach.PromiseNotKept, Breach.Late, Breach.Exaggeration, Breach.Gossip, Breach.Lie];

    /// <summary>The evidence it is read from.</summary>
    public static IReadOnlyList<EvidenceKind> Kinds(this Breach breach) => breach switch
    {
        Breach.PromiseNotKept => [EvidenceKind.PromiseBroken],
        Breach.Late => [EvidenceKind.Late, EvidenceKind.PromiseLate],
        Breach.Exaggeration => [EvidenceKind.Exaggeration],
        Breach.Gossip => [EvidenceKind.Gossip],
        Breach.Lie => [EvidenceKind.Lie],
        _ => [EvidenceKind.Missed],
    };

    /// <summary>In the words of the page.</summary>
    public static string Words(this Breach breach) => breach switch
    {
        Breach.PromiseNotKept => "Promise not kept",
        Breach.Late => "Late",
        Breach.Exaggeration => "Exaggeration",
        Breach.Gossip => "Gossip",
        Breach.Lie => "Lie or distortion",
        _ => "Expectation missed",
    };

    /// <summary>As an address says it.</summary>
    public static string Slug(this Breach breach) => breach switch
    {
        Breach.PromiseNotKept => "promise-not-kept",
        Breach.Late => "late",
        Breach.Exaggeration => "exaggeration",
        Breach.Gossip => "gossip",
        Breach.Lie => "lie",
        _ => "expectation-missed",
    };

    /// <summary>The breach of an address, or null when there is none of that name.</summary>
    public static Breach? Of(string? slug)
    {
        foreach (var breach in Enum.GetValues<Breach>())
        {
            if (breach.Slug() == slug)
                return breach;
        }

        return null;
    }
}
