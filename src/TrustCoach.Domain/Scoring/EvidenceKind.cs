namespace TrustCoach.Domain.Scoring;

/// <summary>What happened (scoring.md 4.1). The numbers are stored; never renumber.</summary>
public enum EvidenceKind : short
{
    /// <summary>An expectation was met.</summary>
    Met = 1,

    /// <summary>An expectation was exceeded.</summary>
    Exceeded = 2,

    /// <summary>An expectation was not met.</summary>
    Missed = 3,

    /// <summary>A promise was kept.</summary>
    PromiseKept = 4,

    /// <summary>A promise was more than kept.</summary>
    PromiseExceeded = 5,

    /// <summary>A promise was delivered after its due day, not renegotiated.</summary>
    PromiseLate = 6,

    /// <summary>A promise was not delivered, or given up after its due day.</summary>
    PromiseBroken = 7,

    /// <summary>A promise was moved before its due day and the customer agreed.</summary>
    PromiseRenegotiated = 8,

    /// <summary>Late for a meeting, a call or an answer.</summary>
    Late = 9,

    /// <summary>Talking about others behind their back.</summary>
    Gossip = 10,

    /// <summary>Making more of something than it is; weighs like gossip, tells about other traits.</summary>
    Exaggeration = 11,

    /// <summary>A lie or distortion: severity 1 well meant, 2 self-serving, 3 material.</summary>
    Lie = 12,

    /// <summary>An apology for the event it refers to.</summary>
    Apology = 13,

    /// <summary>Something done to make the event it refers to good.</summary>
    MakeGood = 14,
}

/// <summary>How a kept event is known (scoring.md 4.1). The numbers are stored.</summary>
public enum EvidenceLevel : short
{
    /// <summary>The rep says so.</summary>
    SelfReported = 1,

    /// <summary>A manager or the system's own clock saw it.</summary>
    Witnessed = 2,

    /// <summary>The customer said so.</summary>
    CustomerConfirmed = 3,
}

/// <summary>The five traits a rep is read by; the number is the index into a standing's trait sums.</summary>
public enum Trait : short
{
    Honesty = 0,
    Punctuality = 1,
    Sincerity = 2,
    Accountability = 3,
    KeepingWord = 4,
}
