using FluentAssertions;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Tests.Scoring;

/// <summary>
/// Applies events one by one as an application does: by day and within a day as they arrive, but a repair after what it repairs.
/// The rows know the rest.
/// </summary>
internal static class Incremental
{
    public static Standing Apply(IReadOnlyCollection<Evidence> evidence, ScoringRules rules)
    {
        var standing = new Standing();
        var rows = new Dictionary<Guid, (Evidence Event, EvidenceUnits Units)>();
        foreach (var next in InOrder(evidence))
        {
            standing.CanApply(next).Should().BeTrue();
            rows[next.Id] = (next, standing.Apply(next, Context(next, rows), rules));
        }

        return standing;
    }

    // Which of one day's renegotiations of a promise is the first is told by their ids.
    private static IEnumerable<Evidence> InOrder(IReadOnlyCollection<Evidence> evidence)
    {
        var days = evidence.DistinctBy(e => e.Id).ToDictionary(e => e.Id, e => e.Day);
        return evidence.DistinctBy(e => e.Id)
            .OrderBy(e => e.Day)
            .ThenBy(e => Units.IsRepair(e.Kind) && e.Ref is { } target && days.TryGetValue(target, out var day) && day == e.Day)
            .ThenBy(e => e.Kind == EvidenceKind.PromiseRenegotiated ? e.Id : Guid.Empty);
    }

    private static EvidenceContext Context(in Evidence next, Dictionary<Guid, (Evidence Event, EvidenceUnits Units)> rows)
    {
        var (id, kind, target) = (next.Id, next.Kind, next.Ref);
        if (target is not { } reference)
            return default;
        if (kind == EvidenceKind.PromiseRenegotiated)
            return new EvidenceContext(AlreadyRenegotiated: rows.Values.Any(r => r.Event.Kind == kind && r.Event.Ref == target));
        if (!Units.IsRepair(kind) || !rows.TryGetValue(reference, out var miss))
            return default;

        var repaired = rows.Values.Any(r => r.Event.Id != id && r.Event.Kind == kind && r.Event.Ref == target && r.Units.Missed < 0);
        return new EvidenceContext(miss.Event, miss.Units.Missed, repaired);
    }
}
