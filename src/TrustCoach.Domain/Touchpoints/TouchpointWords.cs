namespace TrustCoach.Domain.Touchpoints;

/// <summary>How rep and customer met.</summary>
public enum Channel : short
{
    Call = 1,
    Meeting = 2,
    Email = 3,
    Visit = 4,
    Video = 5,
    Message = 6,
    Other = 7,
}

/// <summary>What happened to what the customer expected.</summary>
public enum Outcome : short
{
    /// <summary>Not known yet: a planned encounter, or one nobody closed.</summary>
    Pending = 0,

    Missed = 1,
    Met = 2,
    Exceeded = 3,

    /// <summary>Polite contact in which nothing was tested: counts as contact, moves no score.</summary>
    Courtesy = 4,
}

/// <summary>The small things that break trust.</summary>
public enum BreakerKind : short
{
    /// <summary>Late for a meeting, a call or an answer.</summary>
    Late = 1,

    Exaggeration = 2,
    Gossip = 3,

    /// <summary>Lied or distorted facts, also with good intentions.</summary>
    Lie = 4,

    /// <summary>A promise not kept that was never written down here.</summary>
    PromiseNotKept = 5,
}

/// <summary>How a breach was answered.</summary>
public enum RepairKind : short
{
    Apology = 1,
    MakeGood = 2,
}

/// <summary>How grave a miss or breaker was.</summary>
public static class Severity
{
    public const short Mild = 1;
    public const short Normal = 2;
    public const short Severe = 3;

    public static bool IsKnown(int severity) => severity is >= Mild and <= Severe;
}
