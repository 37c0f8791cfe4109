namespace TrustCoach.Domain.Scoring;

/// <summary>The fading tables of a set of rules, looked up once per fold.</summary>
internal readonly struct Tempo(ScoringRules rules)
{
    private readonly bool _evidenceAsTrust = rules.EvidenceHalfLife == rules.Trust.HalfLife;
    private readonly bool _forecastAsCredibility = rules.ForecastHalfLife == rules.Credibility.HalfLife;
    private readonly bool _traitsAsCredibility = rules.Traits.HalfLife == rules.Credibility.HalfLife;
    private readonly Fading _credibility = Fading.Of(rules.Credibility.HalfLife);
    private readonly Fading _trust = Fading.Of(rules.Trust.HalfLife);
    private readonly Fading _evidence = Fading.Of(rules.EvidenceHalfLife);
    private readonly Fading _forecast = Fading.Of(rules.ForecastHalfLife);
    private readonly Fading _traits = Fading.Of(rules.Traits.HalfLife);

    public readonly Fading Integrity = Fading.Of(rules.IntegrityHalfLife);
    public readonly Fading Lateness = Fading.Of(rules.LatenessHalfLife);

    /// <summary>Weights in the landmark sums of everything that happens on a day.</summary>
    public DayWeights On(int day)
    {
        var credibility = _credibility.Weight(day);
        var trust = _trust.Weight(day);
        return new DayWeights(
            day,
            credibility,
            trust,
            _evidenceAsTrust ? trust : _evidence.Weight(day),
            _forecastAsCredibility ? credibility : _forecast.Weight(day),
            _traitsAsCredibility ? credibility : _traits.Weight(day));
    }
}

/// <summary>What one unit weighs in each landmark sum when it happens on the day.</summary>
internal readonly record struct DayWeights(
    int Day, double Credibility, double Trust, double Evidence, double Forecast, double Traits);
