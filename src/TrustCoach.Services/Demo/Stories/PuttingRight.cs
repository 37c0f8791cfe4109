using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Hanna missed something, owned it, and is in the middle of putting it right; Yusuf does so after his lie. She works on a habit besides.</summary>
internal static class PuttingRight
{
    public const string Rep = SteadyRep.Rep;
    public const string Customer = "Elmswell Grain";

    public static void Tell(DemoWorld world)
    {
        var pair = world.Pair(Rep, 190, Climate.Inbound, Customer);
        new DemoLife(pair).Live(188, 20, DemoCharacter.Steady);
        var miss = pair.Log(6, Outcome.Missed, "The offer came without the delivery dates which {who} had asked for twice.",
            "The delivery dates, machine by machine.", Channel.Email);
        pair.Log(5, Outcome.Courtesy, "Called at once: the dates were in my notes, I had forgotten them. {who} took it well.", null, Channel.Call,
            repair: new RepairDetails(RepairKind.Apology, miss.Id));
        var first = pair.Promise(5, 3, "Send the delivery dates, machine by machine", severity: Severity.Mild);
        pair.Keep(first, 4);
        var second = pair.Promise(4, -2, "Read the next offer aloud to {who} before it goes out", severity: Severity.Mild);
        var plan = world.Repair(pair, miss, miss.Id, 5, "Before an offer goes out I read their last mail once more, line by line.");
        plan.Join(first.Id, first.DueDay, 0, world.Calendar.Day(5));
        plan.Join(second.Id, second.DueDay, 1, world.Calendar.Day(4));

        Practise(world, Rep, (44, Habit.CloseTheDay), (25, Habit.NameExpectation), (6, Habit.PromiseLess));
        Practise(world, SlippingRep.Rep, (48, Habit.PromiseLess), (8, Habit.StartOnTime));
    }

    private static void Practise(DemoWorld world, string rep, params (int Started, Habit Habit)[] habits) => world.HabitTrials.AddRange(habits.Select(h =>
        new HabitTrial(world.Organization.Id, DemoDice.Id($"{rep} {h.Habit}"), world.People[rep].Id, h.Habit, world.Calendar.Day(h.Started))));
}
