using System.Buffers;

namespace TrustCoach.Domain.Scoring;

/// <summary>
/// Evidence by day and id, which is what makes a score a function of the set of events (scoring.md 4.2, Determinism).
/// Copies only when the input is not in order already; borrows its arrays.
/// </summary>
internal ref struct Ordered
{
    private readonly EvidenceUnits[] _units;
    private readonly Evidence[]? _events;
    private readonly int[]? _input;

    public Ordered(ReadOnlySpan<Evidence> evidence)
    {
        _units = ArrayPool<EvidenceUnits>.Shared.Rent(evidence.Length);
        Units = _units.AsSpan(0, evidence.Length);
        if (InOrder(evidence))
        {
            Events = evidence;
            return;
        }

        _events = ArrayPool<Evidence>.Shared.Rent(evidence.Length);
        _input = ArrayPool<int>.Shared.Rent(evidence.Length);
        evidence.CopyTo(_events);
        for (var i = 0; i < evidence.Length; i++)
            _input[i] = i;

        var events = _events.AsSpan(0, evidence.Length);
        events.Sort(_input.AsSpan(0, evidence.Length), new ByDayAndId());
        Events = events;
    }

    /// <summary>The events in order, repeated ones included.</summary>
    public ReadOnlySpan<Evidence> Events { get; }

    /// <summary>Room for what each weighs.</summary>
    public Span<EvidenceUnits> Units { get; }

    /// <summary>Where an event stood in the input.</summary>
    public readonly int InputIndex(int index) => _input is null ? index : _input[index];

    public readonly void Dispose()
    {
        ArrayPool<EvidenceUnits>.Shared.Return(_units);
        if (_events is not null)
            ArrayPool<Evidence>.Shared.Return(_events);
        if (_input is not null)
            ArrayPool<int>.Shared.Return(_input);
    }

    private static bool InOrder(ReadOnlySpan<Evidence> evidence)
    {
        for (var i = 1; i < evidence.Length; i++)
        {
            var later = evidence[i].Day - evidence[i - 1].Day;
            if (later < 0 || (later == 0 && evidence[i].Id.CompareTo(evidence[i - 1].Id) < 0))
                return false;
        }

        return true;
    }

    private readonly struct ByDayAndId : IComparer<Evidence>
    {
        public int Compare(Evidence x, Evidence y) => x.Day != y.Day ? x.Day.CompareTo(y.Day) : x.Id.CompareTo(y.Id);
    }
}
