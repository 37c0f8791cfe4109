using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>Rolls all relationships of a rep up to the point of one week (scoring.md 4.5).</summary>
public static class WeeklyRollUp
{
    /// <summary>One relationship at the end of the week.</summary>
    /// <param name="Ended">Had ended by then: it speaks for the rep's reputation, no longer for what is typical or at risk.</param>
    public readonly record struct Part(Opening Opening, Sums Sums, bool Ended);

    /// <summary>Fills the week's sums in.</summary>
    /// <param name="sunday">Day number of the week's last day, on which the sums were read.</param>
    public static RepWeek Of(RepWeek week, int sunday, IReadOnlyList<Part> parts, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(week);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(rules);
        var reputation = parts.Aggregate(new Reputation(), (sum, part) => sum.Plus(OutcomesOf(part), rules));
        var (credibility, trust) = (new RollUp(), new RollUp());
        var (credibilityVariance, trustVariance) = (0.0, 0.0);
        foreach (var part in parts)
        {
            if (part.Ended)
                continue;

            var rho = reputation.Minus(OutcomesOf(part), rules).Rho(rules.Reputation.Team, rules);
            var reading = ScoreReader.Read(part.Sums, part.Opening, rho, sunday, rules);
            credibility = credibility.Plus(reading.Credibility, reading.Confidence);
            trust = trust.Plus(reading.Trust, reading.Confidence);
            credibilityVariance += Variance(reading.HalfBandCredibility, reading.Confidence, rules);
            trustVariance += Variance(reading.HalfBandTrust, reading.Confidence, rules);
            week.Judged += reading.TooEarly ? 0 : 1;
            week.AtRisk += reading.Stage is Stage.AtRisk or Stage.Broken ? 1 : 0;
        }

        (week.Confidence, week.Credibility, week.Trust) = (credibility.Confidence, credibility.Weighted, trust.Weighted);
        (week.CredibilityVariance, week.TrustVariance) = (credibilityVariance, trustVariance);
        return week;
    }

    private static double Variance(double halfBand, double confidence, ScoringRules rules)
    {
        var deviation = confidence * halfBand / rules.Reputation.Band;
        return deviation * deviation;
    }

    private static Outcomes OutcomesOf(Part part) => new(part.Sums.ForecastKept, part.Sums.ForecastMissed);
}
