namespace TrustCoach.Domain.Coaching;

/// <summary>Why to talk to somebody first, gravest breach of trust first.</summary>
public enum CoachingRule
{
    Lie = 1,
    Gossip,
    Exaggeration,
    FellToRisk,
    PromisesBroken,
    LatenessHabit,
    TwoOfLastFiveMissed,
    OverduePilingUp,
    Silence,
}

/// <summary>One row of "talk about this first".</summary>
/// <param name="Reason">A sentence from what was logged, with its counts.</param>
/// <param name="Action">One thing to do about it.</param>
/// <param name="Last">When it last happened; null when the point is that nothing did.</param>
public sealed record CoachingHint(Guid RepId, string Name, CoachingRule Rule, string Reason, string Action, DateOnly? Last);
