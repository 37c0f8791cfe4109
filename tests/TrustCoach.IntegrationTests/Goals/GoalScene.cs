using TrustCoach.Domain;
using TrustCoach.Domain.Goals;
using TrustCoach.Domain.Practice;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Services.Goals;
using TrustCoach.Services.People;

namespace TrustCoach.IntegrationTests.Goals;

/// <summary>What people do with goals in a scene, each as one request would.</summary>
internal static class GoalScene
{
    public static GoalTarget Target(Habit habit = Habit.CloseTheDay, int done = 3, int of = 4, int weeks = 2) => new(habit, done, of, weeks, "So that nothing is forgotten.");

    public static Task<Result<Guid>?> ProposeAsync(this Scene scene, GivenPerson? by = null, GoalTarget? target = null, Guid? repId = null, Guid? key = null) =>
        scene.DoAsync((s, a) => s.ProposeAsync(a, new(key ?? Guid.NewGuid(), repId ?? scene.Rep.Id, target ?? Target()), default), by ?? scene.Manager);

    /// <summary>A goal proposed by the manager to which the rep has agreed; its id.</summary>
    public static async Task<Guid> AgreedAsync(this Scene scene, GoalTarget? target = null)
    {
        var id = (await scene.ProposeAsync(target: target))!.Value.Value;
        (await scene.DoAsync((s, a) => s.AgreeAsync(a, id, 1, default)))!.Value.Refused(out _, out _).Should().BeFalse();
        return id;
    }

    public static Task<Result<Guid>?> DoAsync(this Scene scene, Func<GoalService, Actor, Task<Result<Guid>?>> act, GivenPerson? by = null) => scene.WithAsync(by ?? scene.Rep, act);

    public static Task<GoalPage?> GoalAsync(this Scene scene, Guid id, GivenPerson? by = null) =>
        scene.WithAsync(by ?? scene.Manager, (GoalBook b, Actor a) => b.OneAsync(a, id, default));

    public static Task<CurrentGoals?> CurrentAsync(this Scene scene, GivenPerson? by = null) =>
        scene.WithAsync(by ?? scene.Manager, (GoalBook b, Actor a) => b.CurrentAsync(a, scene.Rep.Id, default));
}
