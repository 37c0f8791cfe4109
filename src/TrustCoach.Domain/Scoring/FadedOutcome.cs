namespace TrustCoach.Domain.Scoring;

/// <summary>One outcome as the forecast counts it.</summary>
/// <param name="Weight">1 on its day, fading by the half-life of the forecast.</param>
public readonly record struct FadedOutcome(Guid Id, int Day, bool Kept, double Weight)
{
    /// <summary>The outcomes of a relationship up to a day, in order of day; their weights add up to Gp and Bp (scoring.md 4.5).</summary>
    public static IReadOnlyList<FadedOutcome> Of(ReadOnlySpan<Evidence> evidence, int day, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var fading = Fading.Of(rules.ForecastHalfLife);
        return [.. Weighed.All(evidence, day, rules).Where(e => e.IsOutcome)
            .Select(e => new FadedOutcome(e.Event.Id, e.Day, e.Kept > 0, fading.After(day - e.Day)))];
    }
}
