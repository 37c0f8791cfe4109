namespace TrustCoach.Domain.Scoring;

/// <summary>What the rep reports beside what customers say: one relationship read from each kind of evidence alone.</summary>
/// <param name="Confirmed">From customer-confirmed evidence alone.</param>
/// <param name="Reported">From self-reported evidence alone.</param>
/// <param name="ConfirmedMet">Kept outcomes that customers confirmed, not faded.</param>
/// <param name="ConfirmedAll">Outcomes that customers spoke of.</param>
/// <param name="ReportedMet">Kept outcomes by the rep's own word.</param>
/// <param name="ReportedAll">Outcomes by the rep's own word.</param>
public sealed record ByLevel(Reading Confirmed, Reading Reported, int ConfirmedMet, int ConfirmedAll, int ReportedMet, int ReportedAll)
{
    /// <summary>Share of outcomes met by the rep's own word less the share by the customers', in percent; null while either is too early to say.</summary>
    public double? Gap(ScoringRules rules) => Gap(ConfirmedMet, ConfirmedAll, ReportedMet, ReportedAll, rules);

    /// <inheritdoc cref="Gap(ScoringRules)"/>
    public static double? Gap(int confirmedMet, int confirmedAll, int reportedMet, int reportedAll, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return confirmedAll < rules.Stages.EnoughEvents || reportedAll < rules.Stages.EnoughEvents
            ? null
            : 100 * (((double)reportedMet / reportedAll) - ((double)confirmedMet / confirmedAll));
    }

    /// <summary>Null when no customer has confirmed anything.</summary>
    /// <param name="rho">The rep's reputation in the other relationships, 0 to 1.</param>
    public static ByLevel? Of(Evidence[] evidence, Opening opening, double rho, int day, ScoringRules rules)
    {
        var (confirmed, reported) = (At(evidence, EvidenceLevel.CustomerConfirmed, day), At(evidence, EvidenceLevel.SelfReported, day));
        if (confirmed.Length == 0)
            return null;
        Reading Read(Evidence[] of) => ScoreReader.Read(Standing.Fold(of, rules), opening, rho, day, rules);
        return new(
            Read(confirmed), Read(reported), confirmed.Count(IsKept), confirmed.Count(IsOutcome), reported.Count(IsKept), reported.Count(IsOutcome));
    }

    private static Evidence[] At(Evidence[] evidence, EvidenceLevel level, int day) => Array.FindAll(evidence, e => e.Level == level && e.Day <= day);

    private static bool IsOutcome(Evidence e) => !Units.IsRepair(e.Kind) && e.Kind != EvidenceKind.PromiseRenegotiated;

    private static bool IsKept(Evidence e) =>
        e.Kind is EvidenceKind.Met or EvidenceKind.Exceeded or EvidenceKind.PromiseKept or EvidenceKind.PromiseExceeded;
}
