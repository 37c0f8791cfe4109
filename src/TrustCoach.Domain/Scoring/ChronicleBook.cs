namespace TrustCoach.Domain.Scoring;

/// <summary>Keeps the chronicle of one score day by day.</summary>
internal sealed class ChronicleBook
{
    private readonly ScoringRules _rules;
    private readonly ScoreRules _score;
    private readonly bool _trust;
    private readonly double _start;
    private readonly Dictionary<int, double> _dayCaps;
    private readonly List<(Weighed Lie, double KeptSince)> _lies = [];
    private int? _lastDay;
    private (double Kept, double Missed, double Integrity) _sums;
    private double _held;
    private Guid? _holder;

    public ChronicleBook(Opening opening, double rho, ScoringRules rules, ScoreKind kind, Dictionary<int, double> dayCaps)
    {
        (_rules, _dayCaps, _trust) = (rules, dayCaps, kind == ScoreKind.Trust);
        _score = _trust ? rules.Trust : rules.Credibility;
        _start = ScoreReader.Start(_score, rho, rules.Climate.Shift(opening));
        Lines.Add(new ChronicleLine(ChronicleKind.Start, null, null, 100 * _start));
    }

    public List<ChronicleLine> Lines { get; } = [];

    private double Earned => (_score.Prior * _start) + _sums.Kept;

    private double Weight => Earned + (_score.Prior * (1 - _start)) + (_score.LossRatio * (_sums.Missed + _sums.Integrity));

    /// <summary>Books the fading since the last day, the day's events and the change of the ceiling's hold.</summary>
    public void Day(int day, List<Weighed> today)
    {
        Fade(day);
        var share = Earned / Weight;
        var parts = today.ConvertAll(e => Part(e, day));
        var kept = parts.Sum(p => p.Kept);
        foreach (var part in parts)
            _sums = (_sums.Kept + part.Kept, _sums.Missed + part.Missed, _sums.Integrity + part.Integrity);

        var weight = Weight;
        for (var i = 0; i < today.Count; i++)
        {
            var lost = _score.LossRatio * (parts[i].Missed + parts[i].Integrity);
            var points = 100 * ((parts[i].Kept * (1 - share)) - (lost * share)) / weight;
            Lines.Add(new ChronicleLine(ChronicleKind.Event, day, today[i].Event.Id, points));
        }

        if (_trust)
            Hold(day, today, kept);
    }

    private void Fade(int day)
    {
        if (_lastDay is { } last && last < day)
        {
            var before = Earned / Weight;
            var ordinary = After(day - last, _score.HalfLife);
            var integrity = After(day - last, _rules.IntegrityHalfLife);
            _sums = (_sums.Kept * ordinary, _sums.Missed * ordinary, _sums.Integrity * integrity);
            Lines.Add(new ChronicleLine(ChronicleKind.Fading, day, null, 100 * ((Earned / Weight) - before)));
        }

        _lastDay = day;
    }

    private (double Kept, double Missed, double Integrity) Part(Weighed e, int day)
    {
        if (e.Repaired is { } miss)
            return (0, -e.Taken * After(day - miss.Day, _score.HalfLife), 0);
        if (e.IsIntegrity)
            return (0, 0, e.Missed);
        var missed = e.Event.OwnedUp ? e.Missed * (1 - _rules.Repair.OwnedUp) : e.Missed;
        return (e.Kept * (_trust ? _dayCaps.GetValueOrDefault(day, 1) : 1), missed, 0);
    }

    private void Hold(int day, List<Weighed> today, double kept)
    {
        for (var i = 0; i < _lies.Count; i++)
        {
            var (lie, since) = _lies[i];
            _lies[i] = (lie, since + (kept * (day > lie.AcknowledgedDay ? 1 : _rules.Ceiling.BeforeAcknowledged)));
        }

        _lies.AddRange(today.Where(e => e.IsLie).Select(e => (e, 0.0)));
        if (_lies.Count == 0)
            return;

        var (lowest, ceiling) = _lies.Select(l => (l.Lie, Ceiling(l.Lie, l.KeptSince))).MinBy(l => l.Item2);
        var raw = 100 * Earned / Weight;
        var held = Math.Min(raw, ceiling) - raw;
        if (held < 0)
            _holder = lowest.Event.Id;
        if (held != _held)
            Lines.Add(new ChronicleLine(ChronicleKind.Ceiling, day, _holder, held - _held));
        _held = held;
    }

    private double Ceiling(Weighed lie, double keptSince)
    {
        var (atOnce, atMost) = (_rules.Ceiling.AtOnce[lie.Event.Severity], _rules.Ceiling.AtMost[lie.Event.Severity]);
        return atOnce + ((atMost - atOnce) * (1 - Math.Pow(2, -keptSince / _rules.Ceiling.HalfWay)));
    }

    private static double After(int days, int halfLife) => Math.Pow(2, -(double)days / halfLife);
}
