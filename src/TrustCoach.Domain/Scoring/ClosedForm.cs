namespace TrustCoach.Domain.Scoring;

/// <summary>
/// The scores straight from the formulas of scoring.md 4.2 and 4.3, over the whole list of events. It is the truth;
/// a stored standing is a cache of it.
/// </summary>
public static class ClosedForm
{
    /// <summary>Reads a relationship on any day, from the events up to that day.</summary>
    /// <param name="rho">The rep's reputation in the other relationships, 0 to 1.</param>
    public static Reading Read(ReadOnlySpan<Evidence> evidence, Opening opening, double rho, int day, ScoringRules rules) =>
        ScoreReader.Read(Sums(evidence, day, rules), opening, rho, day, rules);

    /// <summary>"Without this event today": the same with one event left out, and with it the repairs that refer to it.</summary>
    public static Reading Without(
        Guid left, ReadOnlySpan<Evidence> evidence, Opening opening, double rho, int day, ScoringRules rules) =>
        Read(Array.FindAll(evidence.ToArray(), e => e.Id != left), opening, rho, day, rules);

    /// <summary>The sums on a day.</summary>
    public static Sums Sums(ReadOnlySpan<Evidence> evidence, int day, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var all = Weighed.All(evidence, day, rules);
        var judged = all.Where(e => e.IsEvidence).ToList();
        var outcomes = all.Where(e => e.IsOutcome).ToList();
        var cap = DayCaps(all, rules);
        var breaches = all.Where(e => e.IsIntegrity).ToList();

        double Faded(Weighed e, int halfLife) => Math.Pow(2, -(double)(day - e.Day) / halfLife);
        double Missed(ScoreRules score) => all.Sum(e =>
            e.Missed * e.Left * Faded(e, e.IsIntegrity ? rules.IntegrityHalfLife : score.HalfLife));

        return new Sums(
            KeptC: all.Sum(e => e.Kept * Faded(e, rules.Credibility.HalfLife)),
            MissedC: Missed(rules.Credibility),
            KeptT: all.Sum(e => e.Kept * cap.GetValueOrDefault(e.Day, 1) * Faded(e, rules.Trust.HalfLife)),
            MissedT: Missed(rules.Trust),
            Ceiling: all.Where(e => e.IsLie).Select(lie => Ceiling(lie, all, cap, rules.Ceiling)).Append(100).Min(),
            EvidenceWeight: judged.Sum(e => Faded(e, rules.EvidenceHalfLife)),
            ForecastKept: outcomes.Where(e => e.Kept > 0).Sum(e => Faded(e, rules.ForecastHalfLife)),
            ForecastMissed: outcomes.Where(e => e.Missed > 0).Sum(e => Faded(e, rules.ForecastHalfLife)),
            LateLoad: all.Where(e => Units.IsLate(e.Event.Kind) && e.Day < day).Sum(e => Faded(e, rules.LatenessHalfLife)),
            Judged: judged.Count,
            FirstDay: judged.FirstOrDefault()?.Day,
            LastGraveLieDay: breaches.LastOrDefault(e => e.IsLie && e.Event.Severity >= 3)?.Day,
            LastIntegrityDay: breaches.LastOrDefault(e => e.Event.Severity >= 2)?.Day,
            MissedOfLastFive: outcomes.OrderBy(e => e.Day).ThenBy(e => e.Missed > 0).TakeLast(5).Count(e => e.Missed > 0));
    }

    /// <summary>Kept and missed units and the number of events by trait, on a day.</summary>
    public static TraitSums[] Traits(ReadOnlySpan<Evidence> evidence, int day, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var sums = new TraitSums[Standing.TraitCount];
        foreach (var e in Weighed.All(evidence, day, rules))
        {
            var faded = Math.Pow(2, -(double)(day - e.Day) / rules.Traits.HalfLife);
            var shares = TraitShares.Of(e.Event, e.Again).ToArray();
            for (var trait = 0; trait < sums.Length; trait++)
            {
                var share = shares.Where(s => s.Index == trait).Sum(s => s.Part);
                var kept = share * e.Kept;
                if (trait == (int)Trait.Accountability && (e.Taken > 0 || (e.Missed > 0 && e.Event.OwnedUp && !e.IsIntegrity)))
                    kept += rules.Traits.Accountability;
                var missed = share * e.Missed * e.Left;
                var counts = kept > 0 || missed > 0 ? 1 : 0;
                sums[trait] = sums[trait].Plus(new TraitSums(kept * faded, missed * faded, counts));
            }
        }

        return sums;
    }

    /// <summary>k of each day with kept evidence: one day is at most one and a half encounters for trust.</summary>
    internal static Dictionary<int, double> DayCaps(List<Weighed> all, ScoringRules rules) => all
        .Where(e => e.Kept > 0)
        .GroupBy(e => e.Day)
        .ToDictionary(g => g.Key, g => Math.Min(1, rules.DayCap / g.Sum(e => e.Kept)));

    private static double Ceiling(Weighed lie, List<Weighed> all, Dictionary<int, double> cap, CeilingRules rules)
    {
        var since = all.Where(e => e.Day > lie.Day && e.Kept > 0).Sum(e =>
            e.Kept * cap[e.Day] * (e.Day > lie.AcknowledgedDay ? 1 : rules.BeforeAcknowledged));
        var (atOnce, atMost) = (rules.AtOnce[lie.Event.Severity], rules.AtMost[lie.Event.Severity]);
        return atOnce + ((atMost - atOnce) * (1 - Math.Pow(2, -since / rules.HalfWay)));
    }
}
