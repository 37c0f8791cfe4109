namespace TrustCoach.Domain.Scoring;

/// <summary>An outcome with the chance that was given to it just before its day.</summary>
/// <param name="Predicted">P, 0 to 1 (scoring.md 4.5): from what was known the evening before.</param>
public readonly record struct ForecastOutcome(int Day, double Predicted, bool Kept);

/// <summary>Replays a rep's history and asks before each outcome what the forecast said.</summary>
public static class ForecastReplay
{
    /// <summary>
    /// The outcomes of all relationships of one rep in order of day. What happens on one day is not known to the forecasts of that day,
    /// in whatever order it was entered.
    /// </summary>
    /// <param name="relationships">The evidence of each relationship; what is held or voided left out.</param>
    public static IReadOnlyList<ForecastOutcome> Of(IReadOnlyList<Evidence[]> relationships, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(relationships);
        ArgumentNullException.ThrowIfNull(rules);
        var outcomes = new List<(int Day, int Relationship, bool Kept)>();
        for (var i = 0; i < relationships.Count; i++)
            outcomes.AddRange(Weighed.All(relationships[i], int.MaxValue, rules).Where(e => e.IsOutcome).Select(e => (e.Day, i, e.Kept > 0)));
        var fading = Fading.Of(rules.ForecastHalfLife);
        var sums = new Outcomes[relationships.Count];
        var replayed = new List<ForecastOutcome>(outcomes.Count);
        foreach (var day in outcomes.GroupBy(o => o.Day).OrderBy(g => g.Key))
        {
            var today = fading.ToDay(day.Key);
            Outcomes Faded(int relationship) => new(sums[relationship].Kept * today, sums[relationship].Missed * today);
            var reputation = new Reputation();
            for (var i = 0; i < sums.Length; i++)
                reputation = reputation.Plus(Faded(i), rules);
            foreach (var (_, relationship, kept) in day)
            {
                var own = Faded(relationship);
                var rho = reputation.Minus(own, rules).Rho(rules.Reputation.Team, rules);
                replayed.Add(new(day.Key, Reputation.Forecast(own, rho, rules), kept));
            }

            // Kept as sums that fade to any later day by one factor.
            var weight = 1 / today;
            foreach (var (_, relationship, kept) in day)
            {
                var sum = sums[relationship];
                sums[relationship] = kept ? sum with { Kept = sum.Kept + weight } : sum with { Missed = sum.Missed + weight };
            }
        }

        return replayed;
    }
}
