using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.People;
using TrustCoach.Services.Rules;

namespace TrustCoach.Services.Repairs;

/// <summary>
/// What a rep writes into the repair plan for a breach of their own; the first of it begins the plan. Null where the rep has no such
/// breach; a refusal where it cannot be done. Apologies, promises and encounters are made where they always are.
/// </summary>
public sealed partial class RepairPlanService(TrustCoachDb db, DisputedEvents events, ILogger<RepairPlanService> logger)
{
    /// <summary>Begins the plan, or finds that it has begun; the plan's id. A promise the clock has broken is booked with it.</summary>
    public Task<Result<Guid>?> StartAsync(Actor actor, Guid entryId, CancellationToken cancellation) =>
        ChangeAsync(actor, entryId, AuditActs.RepairChanged, _ => null, cancellation);

    /// <summary>Says what will be different.</summary>
    /// <param name="version">The version the person had before their eyes; 0 before there was a plan.</param>
    public Task<Result<Guid>?> SayWhatChangesAsync(Actor actor, Guid entryId, string? text, int version, CancellationToken cancellation) =>
        ChangeAsync(actor, entryId, AuditActs.RepairChanged, plan => plan.SayWhatChanges(text, version), cancellation);

    /// <summary>Notes that the customer was asked today, and what they said.</summary>
    public Task<Result<Guid>?> NoteAskedAsync(Actor actor, Guid entryId, string? answer, CancellationToken cancellation) =>
        ChangeAsync(actor, entryId, AuditActs.RepairChanged, plan => plan.NoteAsked(answer, actor.Today(events.Now)), cancellation);

    /// <summary>Gives the plan up with a reason; what was done for it stays.</summary>
    public Task<Result<Guid>?> GiveUpAsync(Actor actor, Guid entryId, string? reason, CancellationToken cancellation) =>
        ChangeAsync(actor, entryId, AuditActs.RepairGivenUp, plan => plan.GiveUp(reason, events.Now), cancellation);

    /// <summary>Goes on with a plan that was given up.</summary>
    public Task<Result<Guid>?> TakeUpAgainAsync(Actor actor, Guid entryId, CancellationToken cancellation) =>
        ChangeAsync(actor, entryId, AuditActs.RepairChanged, plan =>
        {
            if (plan.GivenUpAt is not null)
                plan.TakeUpAgain();
            return null;
        }, cancellation);

    private async Task<Result<Guid>?> ChangeAsync(
        Actor actor, Guid entryId, string act, Func<RepairPlan, Problem?> change, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await db.HoldRulesAsync(cancellation);
        if (await events.OpenOwnAsync(actor, entryId, cancellation) is not var (standing, entry)
            || !await db.RelationshipsFor(actor, Thing.RepairPlan, Act.Edit).AnyAsync(r => r.Id == standing.RelationshipId, cancellation))
        {
            return null;
        }

        var known = await db.LockRepairPlanAsync(entryId, cancellation);
        var gone = entry.Status == LedgerStatus.Voided || !BreachToRepair.IsBreach(entry.Kind);
        if (gone && known is null)
            return null;
        if (gone)
            return new Problem("", "The breach was withdrawn meanwhile: nothing is left to put right.");
        var plan = known ?? RepairPlan.Start(Guid.CreateVersion7(events.Now), entry, events.Now);
        var before = plan.Version;
        if (change(plan) is { } problem)
            return problem;
        if (known is null)
            db.RepairPlans.Add(plan);
        var givenUp = act == AuditActs.RepairGivenUp;
        if (known is null || plan.Version != before)
            db.Record(actor, events.Now, known is null && !givenUp ? AuditActs.RepairStarted : act, plan.Id, reason: givenUp ? plan.GiveUpReason : null);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogChanged(plan.Id);
        return plan.Id;
    }

    [LoggerMessage(LogLevel.Information, "Changed repair plan {PlanId}.")]
    private partial void LogChanged(Guid planId);
}
