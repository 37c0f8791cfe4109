namespace TrustCoach.Domain.Repairs;

/// <summary>Where a plan stands.</summary>
public enum RepairState
{
    Open,

    /// <summary>All four steps are done.</summary>
    Done,

    GivenUp,

    /// <summary>The breach is disputed: it weighs nothing until the answer.</summary>
    Held,

    /// <summary>The breach was withdrawn, excused or corrected away: nothing is left to put right.</summary>
    Gone,

    /// <summary>The relationship has ended or was handed over.</summary>
    Ended,
}

/// <summary>How far a plan has come, from what the ledger and the promises say.</summary>
/// <param name="Apologized">The day of the first apology; null when none was logged.</param>
/// <param name="SaysWhatChanges">The sentence is written.</param>
/// <param name="PromisesKept">Promises of the plan kept in time.</param>
/// <param name="PromisesOpen">Promises of the plan whose day is still to come or whose grace still runs.</param>
/// <param name="Asked">The day the customer was asked; null when nobody has asked.</param>
public sealed record RepairProgress(DateOnly? Apologized, bool SaysWhatChanges, int PromisesKept, int PromisesOpen, DateOnly? Asked)
{
    public const int Steps = 4;

    public bool KeptItsPromises => PromisesKept >= RepairPlan.PromisesToKeep;

    /// <summary>A promise can be added while fewer than three stand.</summary>
    public bool MayPromise => PromisesKept + PromisesOpen < RepairPlan.PromisesToKeep;

    /// <summary>Steps done, 0 to 4.</summary>
    public int Done => new[] { Apologized is not null, SaysWhatChanges, KeptItsPromises, Asked is not null }.Count(done => done);

    /// <summary>Where the plan stands; what has happened to the breach goes before what the rep has done.</summary>
    /// <param name="gone">The breach no longer counts, and will not.</param>
    /// <param name="held">The breach is disputed and waits for its answer.</param>
    /// <param name="ended">The relationship has ended.</param>
    public RepairState State(bool gone, bool held, bool ended, bool givenUp) =>
        gone ? RepairState.Gone
        : held ? RepairState.Held
        : Done == Steps ? RepairState.Done
        : ended ? RepairState.Ended
        : givenUp ? RepairState.GivenUp
        : RepairState.Open;
}
