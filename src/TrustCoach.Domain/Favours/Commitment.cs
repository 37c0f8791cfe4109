namespace TrustCoach.Domain.Favours;

/// <summary>
/// What a customer puts in, from the least to the most they risk by it: the rungs of the commitment ladder. Stored, so never renumbered.
/// After Cialdini's rule of reciprocity and small commitments first; the order of the rungs is judgement.
/// </summary>
public enum Commitment : short
{
    /// <summary>Hours of theirs: a meeting, a workshop, an answer that took work.</summary>
    Time = 1,

    /// <summary>Their people: an introduction within the company.</summary>
    Access = 2,

    /// <summary>What they would not tell everybody: figures, plans, drawings.</summary>
    Data = 3,

    /// <summary>An order, a paid trial, a deposit.</summary>
    Money = 4,

    /// <summary>Their name: a recommendation to somebody else.</summary>
    Referral = 5,
}
