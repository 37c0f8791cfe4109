using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Repairs;

/// <summary>What kind of trust a breach has broken: it decides what helps.</summary>
public enum BreachClass
{
    /// <summary>Something was not done, or not in time: ability.</summary>
    Ability,

    /// <summary>Gossip or exaggeration: integrity.</summary>
    Integrity,

    /// <summary>A lie or distortion: integrity, with a ceiling on trust.</summary>
    Lie,
}

/// <summary>The newest breach of a relationship that wants putting right.</summary>
/// <param name="Until">The last day on which an apology takes something off; null where it takes nothing.</param>
/// <param name="Apologized">Somebody apologized for it.</param>
public sealed record BreachToRepair(Evidence Event, DateOnly? Until, bool Apologized)
{
    /// <summary>Whether a plan can put this right.</summary>
    public static bool IsBreach(EvidenceKind kind) => kind is EvidenceKind.Missed or EvidenceKind.PromiseLate or EvidenceKind.PromiseBroken
        or EvidenceKind.Late or EvidenceKind.Gossip or EvidenceKind.Exaggeration or EvidenceKind.Lie;

    public static BreachClass ClassOf(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Lie => BreachClass.Lie,
        _ when Units.IsIntegrity(kind) => BreachClass.Integrity,
        _ => BreachClass.Ability,
    };

    /// <summary>A lie that nobody apologized for, else the newest breach within the time in which repairs count; null when there is none.</summary>
    /// <param name="counted">Everything that counts in the relationship.</param>
    /// <param name="today">Day number.</param>
    public static BreachToRepair? Of(IReadOnlyCollection<Evidence> counted, int today, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(counted);
        ArgumentNullException.ThrowIfNull(rules);
        var answered = counted.Where(e => e.Kind == EvidenceKind.Apology && e.Ref is not null).Select(e => e.Ref!.Value).ToHashSet();
        bool Waits(Evidence e) => e.Kind == EvidenceKind.Lie && !answered.Contains(e.Id);
        var breaches = counted.Where(e => IsBreach(e.Kind) && e.Day <= today && (Waits(e) || today - e.Day <= rules.Repair.WithinDays)).ToList();
        if (breaches.Count == 0)
            return null;
        var newest = breaches.MaxBy(e => (Waits(e), e.Day, e.Id));
        DateOnly? until = ClassOf(newest.Kind) == BreachClass.Ability ? DateOnly.FromDayNumber(newest.Day + rules.Repair.WithinDays) : null;
        return new(newest, until, answered.Contains(newest.Id));
    }
}
