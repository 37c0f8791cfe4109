namespace TrustCoach.Domain.Scoring;

/// <summary>Why a score moved.</summary>
public enum ChangeKind
{
    Event,

    /// <summary>Time passing.</summary>
    Fading,

    /// <summary>What a lie's ceiling holds back of trust, or lets go.</summary>
    Ceiling,

    /// <summary>Entries and corrections that came later, about days before the first of the two.</summary>
    KnownLater,

    /// <summary>The rules changed in between.</summary>
    Rules,

    /// <summary>What happened in the rep's other relationships.</summary>
    Reputation,
}

/// <summary>One line of a change.</summary>
/// <param name="Day">Day number; null where it belongs to no day.</param>
/// <param name="EvidenceId">The event, or the lie that holds the ceiling.</param>
/// <param name="Points">What it adds; may be negative.</param>
public readonly record struct ChangeLine(ChangeKind Kind, int? Day, Guid? EvidenceId, double Points);

/// <summary>A relationship at one moment: what was known, with the rules then in force.</summary>
/// <param name="Evidence">Everything that counted, later days included or not.</param>
/// <param name="Rho">The rep's reputation in the other relationships, 0 to 1.</param>
/// <param name="Day">Day number.</param>
public sealed record Moment(Evidence[] Evidence, double Rho, int Day, ScoringRules Rules);

/// <summary>The difference of one score between two moments, in lines that add up to it.</summary>
/// <param name="Before">Points as they were shown at the first.</param>
/// <param name="After">Points at the second.</param>
/// <param name="Lines">In order of days; what belongs to no day first.</param>
public sealed record ScoreChange(double Before, double After, IReadOnlyList<ChangeLine> Lines)
{
    /// <param name="then">The first moment, as it was known then.</param>
    /// <param name="again">The same day as it is known at the second moment, with the rules of the second.</param>
    /// <param name="now">The second moment.</param>
    public static ScoreChange Of(Moment then, Moment again, Moment now, Opening opening, ScoreKind kind)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(again);
        ArgumentNullException.ThrowIfNull(now);
        double Points(Moment at, Evidence[] evidence, double rho, ScoringRules rules)
        {
            var known = Array.FindAll(evidence, e => e.Day <= at.Day);
            var reading = ScoreReader.Read(Standing.Fold(known, rules), opening, rho, at.Day, rules);
            return kind == ScoreKind.Trust ? reading.Trust : reading.Credibility;
        }

        var before = Points(then, then.Evidence, then.Rho, then.Rules);
        var byNewRules = Points(then, then.Evidence, then.Rho, now.Rules);
        var asKnownNow = Points(again, again.Evidence, again.Rho, now.Rules);
        var after = Points(now, now.Evidence, now.Rho, now.Rules);
        var beforeReputation = Points(now, now.Evidence, again.Rho, now.Rules);
        var lines = new List<ChangeLine>();
        Add(lines, ChangeKind.Rules, byNewRules - before);
        Add(lines, ChangeKind.KnownLater, asKnownNow - byNewRules);
        lines.AddRange(Chronicle.Of(now.Evidence, opening, again.Rho, now.Day, now.Rules, kind, split: again.Day)
            .Where(l => l.Day > again.Day)
            .Select(l => new ChangeLine(KindOf(l.Kind), l.Day, l.EvidenceId, l.Points)));
        Add(lines, ChangeKind.Reputation, after - beforeReputation);
        return new ScoreChange(before, after, lines);
    }

    private static void Add(List<ChangeLine> lines, ChangeKind kind, double points)
    {
        // Sums taken in another order differ by less than anybody can see.
        if (Math.Abs(points) > 1e-9)
            lines.Add(new ChangeLine(kind, null, null, points));
    }

    private static ChangeKind KindOf(ChronicleKind kind) => kind switch
    {
        ChronicleKind.Fading => ChangeKind.Fading,
        ChronicleKind.Ceiling => ChangeKind.Ceiling,
        _ => ChangeKind.Event,
    };
}
