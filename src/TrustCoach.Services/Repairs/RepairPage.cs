using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Repairs;

/// <summary>A breach, how it is put right and what that does to the scores.</summary>
public sealed record RepairPage
{
    /// <summary>The relationship it happened in.</summary>
    public required WhyOf Of { get; init; }

    /// <summary>The ledger entry of the breach.</summary>
    public required Guid EntryId { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The breach in one line: '“send the brochure”, promised for 17 November, not kept'.</summary>
    public required string Breach { get; init; }

    /// <summary>Where the breach can be read in full; null when it is no longer in the ledger.</summary>
    public required LedgerFact? Fact { get; init; }

    /// <summary>Null while nothing was written into it.</summary>
    public required RepairPlan? Plan { get; init; }

    public required RepairState State { get; init; }

    public required RepairProgress Progress { get; init; }

    /// <summary>Null while the breach does not count.</summary>
    public required RepairOutlook? Outlook { get; init; }

    /// <summary>The apology and the make-good that count for it; null while there is none.</summary>
    public required LedgerFact? Apology { get; init; }

    /// <inheritdoc cref="Apology"/>
    public required LedgerFact? MadeGood { get; init; }

    /// <summary>Promises of the plan, soonest first; withdrawn ones left out.</summary>
    public required IReadOnlyList<RepairPromise> Promises { get; init; }

    /// <summary>The encounter planned for asking the customer; null when none was, or it was withdrawn.</summary>
    public required RepairCheck? Check { get; init; }

    /// <summary>The reader may change it: it is their own and the relationship runs.</summary>
    public required bool MayEdit { get; init; }

    /// <summary>The next promise of the plan that is due.</summary>
    public RepairPromise? Next => Promises.FirstOrDefault(p => p.State == PromiseState.Open);
}

/// <summary>One small promise of a plan.</summary>
/// <param name="State">As the clock has it, whether or not a job has booked that.</param>
public sealed record RepairPromise(Guid Id, string Text, DateTimeOffset DueAt, bool HasTime, PromiseState State, DateOnly? ClosedOn);

/// <summary>The encounter in which the customer is asked.</summary>
/// <param name="Outcome">Pending until somebody has said how it went.</param>
public sealed record RepairCheck(Guid TouchpointId, DateTimeOffset HappenedAt, DateOnly Day, Outcome Outcome);
