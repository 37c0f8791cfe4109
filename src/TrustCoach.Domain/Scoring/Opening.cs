namespace TrustCoach.Domain.Scoring;

/// <summary>How a relationship began (scoring.md 4.1). The numbers are stored.</summary>
public enum Climate : short
{
    Cold = 1,
    Inbound = 2,
    Referral = 3,
    Existing = 4,
}

/// <summary>The climate a relationship opened in; moves the start of both scores only.</summary>
/// <param name="Climate">How it began.</param>
/// <param name="Burned">A past vendor burned this customer.</param>
public readonly record struct Opening(Climate Climate, bool Burned);
