using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Disputes;

/// <summary>The app on a clock of its own.</summary>
public sealed class DisputeFixture : WebFixture
{
    public DisputeFixture() => Clock = Hands;

    public ManualClock Hands { get; } = new();
}

/// <summary>What people do with disputes in a scene, each as one request would.</summary>
internal static class DisputeScene
{
    public const string Reason = "I was at the gate in time.";

    public static async Task<T> WithAsync<TService, T>(this Scene scene, GivenPerson person, Func<TService, Actor, Task<T>> call)
        where TService : notnull
    {
        var actor = await scene.Web.ActorAsync(person);
        await using var scope = scene.Web.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TrustCoachDb>().EnterAsync(scene.Organization.Id, CancellationToken.None);
        return await call(scope.ServiceProvider.GetRequiredService<TService>(), actor);
    }

    public static Task<Result<DisputeDone>?> RaiseAsync(this Scene scene, Guid entryId, string? reason = Reason, GivenPerson? by = null) =>
        scene.WithAsync(by ?? scene.Rep, (DisputeService s, Actor a) => s.RaiseAsync(a, new(entryId, reason, "https://example.com/disputes/"), default));

    public static Task<Result<DisputeDone>?> AnswerAsync(
        this Scene scene, Guid id, DisputeState state, string? answer = "I asked them.", GivenPerson? by = null) =>
        scene.WithAsync(by ?? scene.Manager, (DisputeService s, Actor a) => s.AnswerAsync(a, new(id, state, answer, "https://example.com/disputes/"), default));

    public static Task<Result<DisputeDone>?> WithdrawAsync(this Scene scene, Guid id, GivenPerson? by = null) =>
        scene.WithAsync(by ?? scene.Rep, (DisputeService s, Actor a) => s.WithdrawAsync(a, id, default));

    public static async Task<Dispute> DisputeAsync(this Scene scene, Guid id)
    {
        await using var db = scene.Db();
        return await db.Disputes.AsNoTracking().SingleAsync(d => d.Id == id);
    }

    public static async Task<CoachingPromise> OwedAsync(this Scene scene, Guid id)
    {
        await using var db = scene.Db();
        return await db.CoachingPromises.AsNoTracking().SingleAsync(p => p.Id == id);
    }

    public static async Task<LedgerEntry> EntryAsync(this Scene scene, Guid id)
    {
        await using var db = scene.Db();
        return await db.Ledger.AsNoTracking().SingleAsync(e => e.Id == id);
    }

    /// <summary>The relationship as every page reads it now.</summary>
    public static async Task<Reading> ReadAsync(this Scene scene)
    {
        await using var db = scene.Db();
        var day = Days.Of(scene.Now, TimeZoneInfo.FindSystemTimeZoneById(scene.Organization.TimeZone));
        return (await new ReadingsQuery(db, new RuleBook()).RunAsync([scene.Rep.Id], day, 1, default))[scene.RelationshipId].Reading;
    }

    /// <summary>A rep who has met three expectations, and what that reads as.</summary>
    public static async Task<(Scene Scene, Reading Without)> WithThreeMetAsync(WebFixture web)
    {
        var scene = await Scene.SetAsync(web);
        for (var ago = 3; ago > 0; ago--)
            await scene.LogAsync(Outcome.Met, scene.Now.AddDays(-ago));
        return (scene, await scene.ReadAsync());
    }

    /// <summary>A promise of ours, due in two days.</summary>
    public static async Task<Guid> PromiseAsync(this Scene scene) =>
        (await scene.WithAsync(scene.Rep, (PromiseService s, Actor a) => s.MakeAsync(
            a, new(scene.RelationshipId, new(Direction.Ours, "Send the audit", Days.Of(scene.Now, a.OrganizationZone).AddDays(2))), default))).Value;
}
