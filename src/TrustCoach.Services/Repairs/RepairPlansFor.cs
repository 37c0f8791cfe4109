using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Repairs;

/// <summary>Finds the plan that a promise or a planned encounter belongs to, inside the transaction that makes these.</summary>
internal static class RepairPlansFor
{
    private static readonly Problem NoPlan = new("", "There is no repair plan that this could belong to. Open it from the breach again.");

    /// <summary>The plan for a breach under its lock: two changes at once come one after the other. Null when there is none.</summary>
    public static Task<RepairPlan?> LockRepairPlanAsync(this TrustCoachDb db, Guid entryId, CancellationToken cancellation) => db.RepairPlans
        .FromSql($"select * from repair_plans where organization_id = {db.Organization.Id} and entry_id = {entryId} for update")
        .SingleOrDefaultAsync(cancellation);

    /// <summary>Takes a new promise into the plan for a breach.</summary>
    /// <param name="today">The organization's day.</param>
    public static async Task<Problem?> JoinRepairPlanAsync(
        this TrustCoachDb db, Actor actor, Guid entryId, Promise promise, DateOnly today, CancellationToken cancellation)
    {
        if (await db.PlanOfAsync(actor, entryId, promise.RelationshipId, cancellation) is not { } plan)
            return NoPlan;
        var known = plan.PromiseIds;
        var standing = await db.Promises.CountAsync(
            p => known.Contains(p.Id) && (p.State == PromiseState.Kept || (p.State == PromiseState.Open && p.ClosesOn > today)), cancellation);
        return plan.Join(promise.Id, promise.DueDay, standing, today);
    }

    /// <summary>Notes in the plan for a breach that the customer is asked in a planned encounter.</summary>
    public static async Task<Problem?> PlanRepairCheckAsync(
        this TrustCoachDb db, Actor actor, Guid entryId, Touchpoint check, CancellationToken cancellation)
    {
        if (await db.PlanOfAsync(actor, entryId, check.RelationshipId, cancellation) is not { } plan)
            return NoPlan;
        plan.PlanCheck(check.Id);
        return null;
    }

    private static async Task<RepairPlan?> PlanOfAsync(this TrustCoachDb db, Actor actor, Guid entryId, Guid relationshipId, CancellationToken cancellation)
    {
        var mine = db.RelationshipsFor(actor, Thing.RepairPlan, Act.Edit);
        return await db.LockRepairPlanAsync(entryId, cancellation) is { } plan && plan.RelationshipId == relationshipId
            && await mine.AnyAsync(r => r.Id == relationshipId, cancellation) ? plan : null;
    }
}
