using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Repairs;

namespace TrustCoach.IntegrationTests.Repairs;

/// <summary>What people do with repair plans in a scene, each as one request would.</summary>
internal static class RepairScene
{
    /// <summary>A rep with four kept encounters and one miss, two days ago; the miss's id.</summary>
    public static async Task<(Scene Scene, Guid Miss)> WithAMissAsync(WebFixture web)
    {
        var scene = await Scene.SetAsync(web);
        for (var ago = 30; ago > 3; ago -= 8)
            await scene.LogAsync(Outcome.Met, scene.Now.AddDays(-ago));
        return (scene, (await scene.LogAsync(Outcome.Missed, scene.Now.AddDays(-2))).Value.TouchpointId);
    }

    public static Task<RepairPage?> PlanAsync(this Scene scene, Guid entryId, GivenPerson? by = null) =>
        scene.WithAsync(by ?? scene.Rep, (RepairPlanQuery q, Actor a) => q.RunAsync(a, entryId, default));

    public static Task<Result<Guid>?> RepairAsync(this Scene scene, Func<RepairPlanService, Actor, Task<Result<Guid>?>> call, GivenPerson? by = null) =>
        scene.WithAsync(by ?? scene.Rep, call);

    public static Task<Result<Guid>> SmallPromiseAsync(this Scene scene, Guid entryId, int dueIn = 2) =>
        scene.WithAsync(scene.Rep, (PromiseService s, Actor a) => s.MakeAsync(
            a, new(scene.RelationshipId, new(Direction.Ours, "Send the list", a.Today(scene.Now).AddDays(dueIn), null, null, Severity.Mild), Guid.NewGuid()) { RepairOf = entryId },
            default));

    public static Task KeepAsync(this Scene scene, Guid promiseId) =>
        scene.WithAsync(scene.Rep, (PromiseService s, Actor a) => s.KeepAsync(a, new(promiseId), default));

    public static async Task<List<RepairPlan>> PlansAsync(this Scene scene)
    {
        await using var db = scene.Db();
        return await db.RepairPlans.AsNoTracking().ToListAsync();
    }
}
