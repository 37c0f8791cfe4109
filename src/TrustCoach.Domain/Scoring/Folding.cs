namespace TrustCoach.Domain.Scoring;

/// <summary>A pass over ordered evidence that can pause after any day. Repairs wait for the end of their day.</summary>
internal ref struct Folding(Standing standing, Ordered ordered, ScoringRules rules)
{
    private readonly ReadOnlySpan<Evidence> _events = ordered.Events;
    private readonly Span<EvidenceUnits> _units = ordered.Units;
    private readonly Tempo _tempo = Tempo.Of(rules);
    private HashSet<Guid>? _renegotiated;
    private int _next;

    /// <summary>Takes all events up to and including a day.</summary>
    public void AdvanceTo(int day)
    {
        var any = _next;
        while (_next < _events.Length && _events[_next].Day <= day)
            TakeDay();
        if (_next > any && standing.Lies.Count > 0)
            standing.SetCeiling(rules);
    }

    private void TakeDay()
    {
        var (first, day, repairs) = (_next, _events[_next].Day, false);
        var weights = _tempo.On(day);
        standing.OpenDay(day);
        for (; _next < _events.Length && _events[_next].Day == day; _next++)
        {
            ref readonly var evidence = ref _events[_next];
            if (Repeated(_next))
                _units[_next] = _units[_next - 1];
            else if (Units.IsRepair(evidence.Kind))
                repairs = true;
            else
                _units[_next] = standing.Judge(evidence, Again(evidence), weights, _tempo, rules);
        }

        if (repairs)
            Repair(first, weights);
        standing.CloseDay(weights, _tempo, rules);
    }

    private readonly bool Repeated(int index) => index > 0 && _events[index].Id == _events[index - 1].Id;

    private bool Again(in Evidence evidence) =>
        evidence is { Kind: EvidenceKind.PromiseRenegotiated, Ref: { } promise } && !(_renegotiated ??= []).Add(promise);

    private readonly void Repair(int first, in DayWeights weights)
    {
        for (var i = first; i < _next; i++)
        {
            if (!Units.IsRepair(_events[i].Kind))
                continue;
            _units[i] = Repeated(i) ? _units[i - 1] : standing.Repair(_events[i], Context(i), weights, rules);
        }
    }

    private readonly EvidenceContext Context(int index)
    {
        ref readonly var repair = ref _events[index];
        if (repair.Ref is not { } target)
            return default;

        // Only fresh misses can be repaired, so the look back ends with the window.
        for (var i = _next - 1; i >= 0 && repair.Day - _events[i].Day <= rules.Repair.WithinDays; i--)
        {
            if (_events[i].Id == target && !Units.IsRepair(_events[i].Kind))
                return new EvidenceContext(_events[i], _units[i].Missed, AlreadyRepaired(i, index));
        }

        return default;
    }

    private readonly bool AlreadyRepaired(int target, int index)
    {
        for (var i = index - 1; i >= 0 && _events[i].Day >= _events[target].Day; i--)
        {
            if (_events[i].Kind == _events[index].Kind && _events[i].Ref == _events[index].Ref)
                return true;
        }

        return false;
    }
}
