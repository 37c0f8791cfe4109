using System.Runtime.CompilerServices;

namespace TrustCoach.Domain.Scoring;

/// <summary>A set of rules made ready for folding: fading tables and units looked up by index. Made once per rules object.</summary>
internal sealed class Tempo
{
    private const int Kinds = (int)EvidenceKind.MakeGood + 1;
    private const int Severities = 4;

    private static readonly ConditionalWeakTable<ScoringRules, Tempo> Known = [];
    private static Tempo? _last;

    private readonly WeakReference<ScoringRules> _rules;
    private readonly bool _evidenceAsTrust;
    private readonly bool _forecastAsCredibility;
    private readonly bool _traitsAsCredibility;
    private readonly Fading _credibility;
    private readonly Fading _trust;
    private readonly Fading _evidence;
    private readonly Fading _forecast;
    private readonly Fading _traits;
    private readonly double[] _kept = new double[Kinds];
    private readonly double[] _missed = new double[Kinds * Severities];
    private readonly double[] _levels = new double[4];

    private Tempo(ScoringRules rules)
    {
        _rules = new WeakReference<ScoringRules>(rules);
        _credibility = Fading.Of(rules.Credibility.HalfLife);
        _trust = Fading.Of(rules.Trust.HalfLife);
        _evidence = Fading.Of(rules.EvidenceHalfLife);
        _forecast = Fading.Of(rules.ForecastHalfLife);
        _traits = Fading.Of(rules.Traits.HalfLife);
        Integrity = Fading.Of(rules.IntegrityHalfLife);
        Lateness = Fading.Of(rules.LatenessHalfLife);
        _evidenceAsTrust = _evidence == _trust;
        _forecastAsCredibility = _forecast == _credibility;
        _traitsAsCredibility = _traits == _credibility;
        for (var level = 0; level < _levels.Length; level++)
            _levels[level] = Units.Level((EvidenceLevel)level, rules.Units);
        for (var kind = 0; kind < Kinds; kind++)
            Tabulate(kind, rules.Units);
    }

    public Fading Integrity { get; }

    public Fading Lateness { get; }

    public static Tempo Of(ScoringRules rules)
    {
        var last = _last;
        if (last is not null && last._rules.TryGetTarget(out var known) && ReferenceEquals(known, rules))
            return last;

        return _last = Known.GetValue(rules, static r => new Tempo(r));
    }

    /// <summary>g after the evidence level, of a promise's first renegotiation where that matters.</summary>
    public double Kept(in Evidence evidence) => _kept[(int)evidence.Kind] * _levels[(int)evidence.Level & 3];

    /// <summary>b before owning up and repair, of a first lateness where that matters.</summary>
    public double Missed(in Evidence evidence) =>
        _missed[((int)evidence.Kind * Severities) + Math.Clamp(evidence.Severity, 1, 3)];

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

    private void Tabulate(int kind, UnitRules rules)
    {
        for (var severity = 0; severity < Severities; severity++)
        {
            var evidence = new Evidence(Guid.Empty, 0, (EvidenceKind)kind, severity);
            _kept[kind] = Units.Kept(evidence, again: false, rules);
            _missed[(kind * Severities) + severity] = Units.Missed(evidence, again: false, 1, rules);
        }
    }
}

/// <summary>What one unit weighs in each landmark sum when it happens on the day.</summary>
internal readonly record struct DayWeights(
    int Day, double Credibility, double Trust, double Evidence, double Forecast, double Traits);
