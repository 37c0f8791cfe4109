namespace TrustCoach.Domain.Scoring;

/// <summary>From sums to scores, stage and forecast (scoring.md 4.2 to 4.6).</summary>
public static class ScoreReader
{
    /// <summary>Reads a standing on a day; a day before its last event counts as that day.</summary>
    /// <param name="rho">The rep's reputation in the other relationships, 0 to 1.</param>
    /// <param name="expected">pi of the forecast when the customer's strictness is known; rho otherwise.</param>
    public static Reading Read(
        Standing standing, Opening opening, double rho, int day, ScoringRules rules, double? expected = null)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(rules);
        day = Math.Max(day, standing.LastDay ?? day);
        return Read(standing.On(day, rules), opening, rho, day, rules, expected);
    }

    /// <summary>Reads sums that are faded to the day already.</summary>
    public static Reading Read(
        in Sums sums, Opening opening, double rho, int day, ScoringRules rules, double? expected = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var shift = rules.Climate.Shift(opening);
        var credibility = ScoreSum.Of(rules.Credibility, rho, shift, sums.KeptC, sums.MissedC);
        var trust = ScoreSum.Of(rules.Trust, rho, shift, sums.KeptT, sums.MissedT);
        var shown = Math.Min(trust.Points, sums.Ceiling);
        return new Reading
        {
            Credibility = credibility.Points,
            Trust = shown,
            RawTrust = trust.Points,
            Ceiling = sums.Ceiling,
            Confidence = sums.EvidenceWeight / (sums.EvidenceWeight + rules.Reputation.ConfidencePrior),
            HalfBandTrust = HalfBand(shown, trust.Weight, rules),
            HalfBandCredibility = HalfBand(credibility.Points, credibility.Weight, rules),
            Judged = sums.Judged,
            Stage = StageOf(sums, credibility.Points, shown, day, rules.Stages),
            Forecast = Reputation.Forecast(new Outcomes(sums.ForecastKept, sums.ForecastMissed), expected ?? rho, rules),
            TooEarly = sums.Judged < rules.Stages.EnoughEvents,
            TwoOfLastFiveMissed = sums.MissedOfLastFive >= rules.Stages.MissedOfLastFive,
            LatenessHabit = Math.Min(1 + sums.LateLoad, rules.LatenessMost) >= rules.Stages.LatenessHabit,
            StartShareCredibility = credibility.StartShare,
            StartShareTrust = trust.StartShare,
        };
    }

    /// <summary>m: where a score starts, 0 to 1.</summary>
    /// <param name="climate">The opening's shift of credibility's start.</param>
    public static double Start(ScoreRules score, double rho, double climate)
    {
        ArgumentNullException.ThrowIfNull(score);
        return Math.Clamp(score.Start + (score.ReputationGain * rho) + (score.ClimateShare * climate), 0, 1);
    }

    private static double HalfBand(double score, double weight, ScoringRules rules)
    {
        var share = score / 100;
        return 100 * rules.Reputation.Band * Math.Sqrt(share * (1 - share) / (weight + 1));
    }

    private static Stage StageOf(in Sums sums, double credibility, double trust, int day, StageRules rules)
    {
        var n = sums.Judged;
        var enough = n >= rules.EnoughEvents;
        var distrusted = enough && credibility < rules.BrokenCredibility && trust < rules.BrokenTrust;
        if (distrusted || day - sums.LastGraveLieDay <= rules.GraveLieDays)
            return Stage.Broken;

        var low = enough && credibility < rules.AtRiskCredibility;
        var lowOfTwo = n == rules.EnoughEvents - 1 && credibility < rules.AtRiskCredibilityOfTwo;
        if (low || lowOfTwo || day - sums.LastIntegrityDay <= rules.IntegrityDays)
            return Stage.AtRisk;

        var known = n >= rules.TrustedEvents && day - sums.FirstDay >= rules.TrustedDays;
        if (known && credibility >= rules.TrustedCredibility && trust >= rules.TrustedTrust)
            return Stage.Trusted;

        if (enough && credibility >= rules.CredibleCredibility)
            return Stage.Credible;

        return n >= 1 && credibility >= rules.DoubtCredibility ? Stage.BenefitOfTheDoubt : Stage.Courtesy;
    }
}
