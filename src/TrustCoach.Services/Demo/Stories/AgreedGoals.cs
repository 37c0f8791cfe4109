using TrustCoach.Domain.Goals;
using TrustCoach.Domain.Practice;
using TrustCoach.Services.Audit;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Ingrid and her reps agree on what is done more often: one goal runs, one was reached, one waits, one was turned down for another.</summary>
internal static class AgreedGoals
{
    public static void Tell(DemoWorld world)
    {
        var reached = Propose(world, SteadyRep.Rep, 75, new(Habit.NameExpectation, 5, 10, 8, "You said visits turn out best when you know what they hope for."));
        Agree(world, reached, 74);
        reached.Reflect("Writing it down the evening before takes a minute and changes how I begin.", 2, world.Calendar.Day(15));
        var running = Propose(world, SteadyRep.Rep, 20, new(Habit.PromiseLess, 8, 10, 4, "Fewer promises, and all of them on time, before the winter orders."));
        Agree(world, running, 19);
        Propose(world, SteadyRep.Rep, 1, new(Habit.OwnUpFirst, 3, 4, 8, "Elmswell took it well because you called first."));

        var declined = Propose(world, SlippingRep.Rep, 33, new(Habit.CloseTheDay, 9, 10, 4));
        declined.Decline("My evenings are full. I would rather get to places on time.", 1, world.Calendar.Day(31));
        world.Note(world.People[SlippingRep.Rep], world.Calendar.At(31, 9), AuditActs.GoalDeclined, declined.Id, null);
        Agree(world, Propose(world, SlippingRep.Rep, 26, new(Habit.StartOnTime, 8, 10, 8, "As you asked: the calendar first.")), 25);
    }

    private static Goal Propose(DemoWorld world, string rep, int ago, GoalTarget target)
    {
        var (person, at) = (world.People[rep], world.Calendar.At(ago, 15, 10));
        var manager = world.People.ManagerOf(person);
        var goal = Goal.Propose(
            new(world.Organization.Id, DemoDice.Id($"goal of {rep} {ago}"), person.Id, manager.Id), target, at, world.Calendar.Day(ago)).Value;
        world.Goals.Add(goal);
        world.Note(manager, at, AuditActs.GoalProposed, goal.Id, null);
        return goal;
    }

    private static void Agree(DemoWorld world, Goal goal, int ago)
    {
        goal.Agree(1, world.Calendar.Day(ago));
        world.Note(world.People.All.Single(p => p.Id == goal.RepId), world.Calendar.At(ago, 8, 50), AuditActs.GoalAgreed, goal.Id, null);
    }
}
