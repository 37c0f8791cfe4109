using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Tests.Opportunities;

internal static class Readings
{
    /// <summary>A reading of which only credibility and its band matter.</summary>
    public static Reading Of(double credibility, double halfBand) =>
        ScoreReader.Read(new Standing(), new Opening(Climate.Cold, false), 0.5, 740_000, ScoringRules.Default) with
        {
            Credibility = credibility,
            HalfBandCredibility = halfBand,
            TooEarly = false,
        };
}
