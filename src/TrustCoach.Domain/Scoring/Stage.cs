namespace TrustCoach.Domain.Scoring;

/// <summary>Where a relationship stands (scoring.md 4.6). The numbers are stored.</summary>
public enum Stage : short
{
    Courtesy = 1,
    BenefitOfTheDoubt = 2,
    Credible = 3,
    Trusted = 4,
    AtRisk = 5,
    Broken = 6,
}
