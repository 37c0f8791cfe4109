using FluentAssertions;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Tests.Scoring;

/// <summary>Applies events one by one as an application does: a repair comes after what it repairs, and the rows know the rest.</summary>
internal static class Incremental
{
    public static Standing Apply(IEnumerable<Evidence> evidence, ScoringRules rules)
    {
        var standing = new Standing();
        var rows = new Dictionary<Guid, (Evidence Event, EvidenceUnits Units)>();
        foreach (var next in evidence.DistinctBy(e => e.Id).OrderBy(e => e.Day).ThenBy(e => Units.IsRepair(e.Kind)).ThenBy(e => e.Id))
        {
            standing.CanApply(next).Should().BeTrue();
            rows[next.Id] = (next, standing.Apply(next, Context(next, rows), rules));
        }

        return standing;
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
