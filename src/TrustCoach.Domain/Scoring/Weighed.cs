namespace TrustCoach.Domain.Scoring;

/// <summary>
/// One event with what it weighs, worked out from the whole history by the sentences of scoring.md 4.1, one after the other.
/// Shares nothing with the fold but the table of units, so that each can prove the other.
/// </summary>
internal sealed class Weighed(Evidence evidence)
{
    public Evidence Event { get; } = evidence;

    /// <summary>The promise was renegotiated before.</summary>
    public bool Again { get; private set; }

    /// <summary>g after the evidence level.</summary>
    public double Kept { get; private set; }

    /// <summary>b before owning up and repair.</summary>
    public double Missed { get; private set; }

    /// <summary>r: what is left of b after owning up and repairs.</summary>
    public double Left { get; private set; } = 1;

    /// <summary>For a repair that took effect: the miss.</summary>
    public Weighed? Repaired { get; private set; }

    /// <summary>For a repair that took effect: units taken off the miss.</summary>
    public double Taken { get; private set; }

    /// <summary>For a lie: day of the first apology.</summary>
    public int? AcknowledgedDay { get; private set; }

    public int Day => Event.Day;

    public bool IsIntegrity => Units.IsIntegrity(Event.Kind);

    public bool IsLie => Event.Kind == EvidenceKind.Lie;

    public bool IsEvidence => Kept > 0 || Missed > 0;

    public bool IsOutcome => IsEvidence && Event.Kind != EvidenceKind.PromiseRenegotiated;

    /// <summary>All events up to a day in order of day and id, repeated ids dropped.</summary>
    public static List<Weighed> All(ReadOnlySpan<Evidence> evidence, int day, ScoringRules rules)
    {
        using var ordered = new Ordered(evidence);
        var (all, known) = (new List<Weighed>(evidence.Length), new HashSet<Guid>(evidence.Length));
        foreach (ref readonly var e in ordered.Events)
        {
            if (e.Day <= day && known.Add(e.Id))
                all.Add(new Weighed(e));
        }

        Weigh(all, rules);
        Repair(all, rules);
        return all;
    }

    private static void Weigh(List<Weighed> all, ScoringRules rules)
    {
        var late = all.Where(e => Units.IsLate(e.Event.Kind)).Select(e => e.Day).ToList();
        var renegotiated = new HashSet<Guid>();
        foreach (var e in all)
        {
            if (e.Event is { Kind: EvidenceKind.PromiseRenegotiated, Ref: { } promise })
                e.Again = !renegotiated.Add(promise);
            e.Kept = Units.Kept(e.Event, e.Again, rules.Units) * Units.Level(e.Event.Level, rules.Units);

            var load = Units.IsLate(e.Event.Kind)
                ? late.Where(d => d < e.Day).Sum(d => Math.Pow(2, -(double)(e.Day - d) / rules.LatenessHalfLife))
                : 0;
            e.Missed = Units.Missed(e.Event, e.Again, Math.Min(1 + load, rules.LatenessMost), rules.Units);
            e.Left = e.Event.OwnedUp && !e.IsIntegrity ? 1 - rules.Repair.OwnedUp : 1;
        }
    }

    private static void Repair(List<Weighed> all, ScoringRules rules)
    {
        var repairs = all.FindAll(e => Units.IsRepair(e.Event.Kind));
        if (repairs.Count == 0)
            return;
        var byId = all.ToDictionary(e => e.Event.Id);
        var done = new HashSet<(EvidenceKind, Guid)>();
        foreach (var e in repairs)
        {
            if (e.Event.Ref is not { } id || !byId.TryGetValue(id, out var target) || target.Day > e.Day)
                continue;

            var apology = e.Event.Kind == EvidenceKind.Apology;
            if (target.IsLie && apology)
                target.AcknowledgedDay ??= e.Day;
            if (target.IsIntegrity || !(target.Missed > 0) || e.Day - target.Day > rules.Repair.WithinDays)
                continue;

            if (!done.Add((e.Event.Kind, id)))
                continue;

            var share = apology ? rules.Repair.Apology : rules.Repair.MakeGood;
            (e.Repaired, e.Taken) = (target, share * target.Missed);
            target.Left -= share;
        }
    }
}
