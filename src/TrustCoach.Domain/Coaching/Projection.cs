using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>A promise of ours that is still open.</summary>
/// <param name="DueDay">Day number.</param>
/// <param name="ClosesOn">Day number on which the clock breaks it.</param>
/// <param name="Waits">Its condition has not come true: the clock does not run.</param>
/// <param name="Severity">1 to 3.</param>
public sealed record OwedPromise(Guid Id, string Text, int DueDay, int ClosesOn, bool Waits, short Severity)
{
    /// <summary>The break the clock books by a day; null while it has not.</summary>
    public Evidence? BrokenBy(int day) => !Waits && ClosesOn <= day
        ? new Evidence(Id, ClosesOn, EvidenceKind.PromiseBroken, Severity, Id)
        : null;

    /// <summary>What keeping it on a day would be: in time or late, by the rep's own word.</summary>
    public Evidence KeptOn(int day) => new(
        Id, day, day > DueDay ? EvidenceKind.PromiseLate : EvidenceKind.PromiseKept, Severity, Id, EvidenceLevel.SelfReported);
}

/// <summary>Something the rep could do.</summary>
public enum LeverKind
{
    KeepPromise,
    MeetExpectation,
    Apologize,
    MakeGood,
    AcknowledgeLie,
    AskToConfirm,
}

/// <summary>Something the rep could do, and what it would change on the day of the projection.</summary>
/// <param name="Subject">The promise or the event it is about.</param>
/// <param name="Credibility">Points more than without it.</param>
/// <param name="Trust">Points more than without it.</param>
public sealed record Lever(LeverKind Kind, Guid? Subject, double Credibility, double Trust);

/// <summary>What a relationship would read on a later day if some things were done: the same formula over more events, no prediction.</summary>
/// <param name="evidence">Everything that counts today.</param>
/// <param name="rho">The rep's reputation in the other relationships, 0 to 1; taken as it is today.</param>
/// <param name="today">Day number.</param>
/// <param name="on">Day number of the projection, today or later.</param>
public sealed class Projection(
    Evidence[] evidence, IReadOnlyList<OwedPromise> owed, Opening opening, double rho, int today, int on, ScoringRules rules)
{
    /// <summary>With some promises kept (each by its date, or today when that has passed), the others left to the clock, and some expectations met.</summary>
    /// <param name="met">How many, spread evenly up to the day.</param>
    public Reading If(IReadOnlySet<Guid> kept, int met) => Read([
        .. owed.Where(p => kept.Contains(p.Id)).Select(p => p.KeptOn(Math.Max(today, Math.Min(p.DueDay, on)))),
        .. LeftToTheClock(kept),
        .. Enumerable.Range(1, met).Select(i => Met(today + (int)Math.Ceiling((double)(on - today) * i / met))),
    ]);

    /// <summary>What could be done, what moves a score most first; nothing that moves neither but the acknowledgement that opens the way back from a lie.</summary>
    public IReadOnlyList<Lever> Levers(ScoreKind score)
    {
        var idle = If(new HashSet<Guid>(), 0);
        Evidence[] clock = [.. LeftToTheClock(new HashSet<Guid>())];
        Lever Of(LeverKind kind, Guid? subject, Reading then) => new(kind, subject, then.Credibility - idle.Credibility, then.Trust - idle.Trust);
        Lever Adding(LeverKind kind, Guid? subject, Evidence assumed) => Of(kind, subject, Read([.. clock, assumed]));

        List<Lever> all =
        [
            .. owed.Select(p => Of(LeverKind.KeepPromise, p.Id, If(new HashSet<Guid> { p.Id }, 0))),
            Adding(LeverKind.MeetExpectation, null, Met(on)),
            .. Misses().Select(e => Adding(LeverKind.Apologize, e.Id, Repair(EvidenceKind.Apology, e))),
            .. Misses().Select(e => Adding(LeverKind.MakeGood, e.Id, Repair(EvidenceKind.MakeGood, e))),
            .. Confirmable() is { } best ? [Of(LeverKind.AskToConfirm, best.Id, Confirmed(best, clock))] : Array.Empty<Lever>(),
        ];
        double Moves(Lever lever) => score == ScoreKind.Trust ? lever.Trust : lever.Credibility;
        return
        [
            .. all.Where(l => Moves(l) > 0.05).OrderByDescending(Moves),
            .. Unacknowledged().Select(lie => new Lever(LeverKind.AcknowledgeLie, lie.Id, 0, 0)),
        ];
    }

    private Reading Read(Evidence[] assumed) => Counterfactual.With(assumed, evidence, opening, rho, on, rules);

    private IEnumerable<Evidence> LeftToTheClock(IReadOnlySet<Guid> kept) =>
        owed.Where(p => !kept.Contains(p.Id) && !Array.Exists(evidence, e => e.Id == p.Id)).Select(p => p.BrokenBy(on)).OfType<Evidence>();

    private static Evidence Met(int day) => new(Guid.NewGuid(), day, EvidenceKind.Met, Level: EvidenceLevel.SelfReported);

    private Evidence Repair(EvidenceKind kind, Evidence miss) => new(Guid.NewGuid(), today, kind, Ref: miss.Id);

    // Each kind counts once for a miss, and only for a fresh one.
    private IEnumerable<Evidence> Misses() => evidence.Where(e =>
        e.Kind is EvidenceKind.Missed or EvidenceKind.PromiseBroken or EvidenceKind.PromiseLate or EvidenceKind.Late && today - e.Day <= rules.Repair.WithinDays);

    private IEnumerable<Evidence> Unacknowledged() => evidence.Where(e =>
        e.Kind == EvidenceKind.Lie && !Array.Exists(evidence, a => a.Kind == EvidenceKind.Apology && a.Ref == e.Id));

    private Evidence? Confirmable()
    {
        var kept = evidence.Where(e => e.Level == EvidenceLevel.SelfReported && e.Kind is EvidenceKind.Met or EvidenceKind.Exceeded or EvidenceKind.PromiseKept or EvidenceKind.PromiseExceeded).ToList();
        return kept.Count == 0 ? null : kept.MaxBy(e => (e.Day, e.Id));
    }

    private Reading Confirmed(Evidence best, Evidence[] clock) => Counterfactual.With(
        [.. clock, best with { Level = EvidenceLevel.CustomerConfirmed }], Array.FindAll(evidence, e => e.Id != best.Id), opening, rho, on, rules);
}
