using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Repairs;

/// <summary>Points of both scores.</summary>
public readonly record struct ScorePoints(double Credibility, double Trust)
{
    internal static ScorePoints Between(Reading from, Reading to) => new(to.Credibility - from.Credibility, to.Trust - from.Trust);
}

/// <summary>What an apology or a make-good does to the scores.</summary>
/// <param name="Given">The day of the one that counts; null while there is none.</param>
/// <param name="Points">What it has given back, or what one today would give back.</param>
public sealed record RepairShare(DateOnly? Given, ScorePoints Points);

/// <summary>The scores after some kept encounters.</summary>
/// <param name="Kept">So many, one a week.</param>
/// <param name="Ceiling">What trust cannot exceed then, when the lie is acknowledged today at the latest; 100 without a lie.</param>
/// <param name="CeilingUnacknowledged">The same while nobody acknowledges it; null when somebody has, and without a lie.</param>
public sealed record WayBackRow(int Kept, DateOnly Day, double Credibility, double Trust, double Ceiling, double? CeilingUnacknowledged);

/// <summary>
/// What a breach costs, what repairs take off and how the scores come back, by the same formulas as the scores themselves
/// (scoring.md 4.1 to 4.3). What lies ahead is a projection: the formula over more events, no promise.
/// </summary>
/// <param name="evidence">Everything that counts today, the breach included.</param>
/// <param name="rho">The rep's reputation in the other relationships, 0 to 1.</param>
/// <param name="today">Day number.</param>
public sealed class RepairOutlook(
    Evidence[] evidence, Evidence breach, Opening opening, double rho, int today, ScoringRules rules)
{
    /// <summary>Kept encounters after which the way back is read.</summary>
    public static IReadOnlyList<int> Milestones { get; } = [0, 3, 6, 12];

    private readonly Reading _now = Counterfactual.With([], evidence, opening, rho, today, rules);

    public Reading Now => _now;

    public BreachClass Class => BreachToRepair.ClassOf(breach.Kind);

    /// <summary>Points that both scores would have more without it, today and with what repairs have given back.</summary>
    public ScorePoints Cost => ScorePoints.Between(_now, Without(breach.Id));

    /// <summary>The last day on which a repair takes something off; null where none ever does.</summary>
    public DateOnly? Until => Class == BreachClass.Ability ? DateOnly.FromDayNumber(breach.Day + rules.Repair.WithinDays) : null;

    /// <summary>A repair today would still count.</summary>
    public bool InTime => Until is { } until && today <= until.DayNumber;

    /// <summary>The share of an ordinary miss that owning up has taken off, 0 to 1; 0 when the rep did not.</summary>
    public double OwnedUp => breach.OwnedUp && Class == BreachClass.Ability ? rules.Repair.OwnedUp : 0;

    /// <param name="kind">An apology or a make-good.</param>
    public RepairShare Share(EvidenceKind kind)
    {
        var given = evidence.Where(e => e.Kind == kind && e.Ref == breach.Id && e.Day >= breach.Day).OrderBy(e => e.Day).ThenBy(e => e.Id)
            .Cast<Evidence?>().FirstOrDefault();
        if (given is { } known)
            return new(DateOnly.FromDayNumber(known.Day), ScorePoints.Between(Without(known.Id), _now));
        return new(null, InTime ? ScorePoints.Between(_now, Counterfactual.With([Repair(kind)], evidence, opening, rho, today, rules)) : default);
    }

    /// <summary>The scores with one kept encounter a week, each told by the rep alone, and nothing else: open promises are left out.</summary>
    public IReadOnlyList<WayBackRow> WayBack()
    {
        var waits = Class == BreachClass.Lie && !Array.Exists(evidence, e => e.Kind == EvidenceKind.Apology && e.Ref == breach.Id);
        Evidence[] acknowledged = waits ? [.. evidence, Repair(EvidenceKind.Apology)] : evidence;
        Reading After(Evidence[] known, int met) => new Projection(known, [], opening, rho, today, today + (7 * met), rules).If(new HashSet<Guid>(), met);
        return [.. Milestones.Select(met =>
        {
            var then = After(acknowledged, met);
            return new WayBackRow(met, DateOnly.FromDayNumber(today + (7 * met)), then.Credibility, then.Trust, then.Ceiling, waits ? After(evidence, met).Ceiling : null);
        })];
    }

    private Reading Without(Guid id) => Counterfactual.Without([id], evidence, opening, rho, today, rules).GetValueOrDefault(id, _now);

    private Evidence Repair(EvidenceKind kind) => new(Guid.NewGuid(), today, kind, Ref: breach.Id, Level: EvidenceLevel.SelfReported);
}
