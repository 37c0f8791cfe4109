namespace TrustCoach.Domain.Lab;

/// <summary>Limits that more than one experiment keeps.</summary>
public static class LabLimits
{
    public const int MostSeed = 999_999_999;

    public static IEnumerable<Problem> Within(string field, int value, int least, int most, string what) =>
        value < least || value > most ? [new(field, $"Choose from {least} to {most} {what}.")] : [];

    public static IEnumerable<Problem> Noise(double noise) =>
        noise is >= 0 and <= 1 ? [] : [new(nameof(Noise), "Noise is a share from 0 to 100 percent of the moves.")];

    public static IEnumerable<Problem> Seed(int seed) => Within(nameof(Seed), seed, 0, MostSeed, "for the seed");
}
