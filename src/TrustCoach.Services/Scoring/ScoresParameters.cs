using Npgsql;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Scoring;

/// <summary>What <see cref="ScoresSql"/> asks for: the rules' constants, and one fading factor for each half-life.</summary>
public static class ScoresParameters
{
    /// <param name="reps">Whose relationships. The caller has asked whether they may be seen.</param>
    /// <param name="day">The organization's day of reading, today or later than every event.</param>
    public static List<NpgsqlParameter> Of(Guid organizationId, Guid[] reps, DateOnly day, ScoringRules rules)
    {
        double Factor(int halfLife) => Fading.Of(halfLife).ToDay(day.DayNumber);
        var (stages, reputation, climate, broken) = (rules.Stages, rules.Reputation, rules.Climate, rules.Units.PromiseBroken);
        return
        [
            P("organization", organizationId), P("reps", reps), P("day", day.DayNumber), P("today", day),
            P("f_credibility", Factor(rules.Credibility.HalfLife)), P("f_trust", Factor(rules.Trust.HalfLife)),
            P("f_integrity", Factor(rules.IntegrityHalfLife)), P("f_evidence", Factor(rules.EvidenceHalfLife)),
            P("f_forecast", Factor(rules.ForecastHalfLife)), P("f_lateness", Factor(rules.LatenessHalfLife)),
            P("h_credibility", (double)rules.Credibility.HalfLife), P("h_trust", (double)rules.Trust.HalfLife),
            P("h_evidence", (double)rules.EvidenceHalfLife), P("h_forecast", (double)rules.ForecastHalfLife),
            P("h_traits", (double)rules.Traits.HalfLife), P("h_lateness", (double)rules.LatenessHalfLife),
            P("broken_mild", broken.Mild), P("broken_normal", broken.Normal), P("broken_severe", broken.Severe),
            P("most_of_one", reputation.MostOfOneCustomer), P("team_weight", reputation.TeamWeight), P("team", reputation.Team),
            P("confidence_prior", reputation.ConfidencePrior), P("forecast_prior", reputation.ForecastPrior),
            P("cold", climate.Cold), P("inbound", climate.Inbound), P("referral", climate.Referral), P("existing", climate.Existing),
            P("burned", climate.Burned), P("lateness_most", rules.LatenessMost),
            .. Score("c", rules.Credibility), .. Score("t", rules.Trust),
            P("enough", stages.EnoughEvents), P("broken_credibility", stages.BrokenCredibility), P("broken_trust", stages.BrokenTrust),
            P("grave_lie_days", stages.GraveLieDays), P("risk_credibility", stages.AtRiskCredibility),
            P("risk_credibility_of_two", stages.AtRiskCredibilityOfTwo), P("integrity_days", stages.IntegrityDays),
            P("trusted_events", stages.TrustedEvents), P("trusted_days", stages.TrustedDays),
            P("trusted_credibility", stages.TrustedCredibility), P("trusted_trust", stages.TrustedTrust),
            P("credible_credibility", stages.CredibleCredibility), P("doubt_credibility", stages.DoubtCredibility),
        ];
    }

    private static NpgsqlParameter[] Score(string name, ScoreRules rules) =>
    [
        P($"{name}_prior", rules.Prior), P($"{name}_start", rules.Start), P($"{name}_gain", rules.ReputationGain),
        P($"{name}_loss", rules.LossRatio), P($"{name}_climate", rules.ClimateShare),
    ];

    private static NpgsqlParameter<T> P<T>(string name, T value) => new NpgsqlParameter<T>(name, value);
}
