namespace TrustCoach.Domain.Scoring;

/// <summary>"Without this event today": what each of some events makes of the scores, all else being the same (scoring.md 4.4).</summary>
public static class Counterfactual
{
    /// <summary>The reading with one event left out, and with it what repairs it, for each id that is among the evidence.</summary>
    /// <param name="rho">The rep's reputation in the other relationships, 0 to 1.</param>
    public static Dictionary<Guid, Reading> Without(
        IEnumerable<Guid> ids, Evidence[] evidence, Opening opening, double rho, int day, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var known = Array.FindAll(evidence, e => e.Day <= day);
        var present = known.Select(e => e.Id).ToHashSet();
        return ids.Where(present.Contains).Distinct().ToDictionary(
            id => id, id => ScoreReader.Read(Standing.Fold(Array.FindAll(known, e => e.Id != id), rules), opening, rho, day, rules));
    }

    /// <summary>The reading with more events than have happened: a projection, read with the same formula.</summary>
    public static Reading With(
        IEnumerable<Evidence> assumed, Evidence[] evidence, Opening opening, double rho, int day, ScoringRules rules) =>
        ScoreReader.Read(Standing.Fold([.. evidence.Where(e => e.Day <= day), .. assumed.Where(e => e.Day <= day)], rules), opening, rho, day, rules);
}
