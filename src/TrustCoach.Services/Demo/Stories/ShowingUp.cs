using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>
/// Hanna was there three times when it mattered, and one customer waits for her now; Tomas took a day. What nearly went wrong is noted by
/// both: with Tomas it is time, again and again.
/// </summary>
internal static class ShowingUp
{
    public static void Tell(DemoWorld world)
    {
        var best = world.PairOf(SteadyRep.Rep, SteadyRep.BestCustomer);
        Needed(world, best, world.Batch.Touchpoints.Last(t => t.RelationshipId == best.Relationship.Id && t.Outcome == Outcome.Exceeded), 200, "The leveller at gate four fails with eleven lorries in the yard");
        var waiting = world.PairOf(SteadyRep.Rep, "Brackenhill Parcels");
        var others = world.PairsOf(SteadyRep.Rep).Where(p => p != best && p != waiting).ToList();
        Needed(world, others[0], LastOf(world, others[0]), 47, "A fork lift blocks the cold store and the doors do not close");
        Needed(world, others[1], LastOf(world, others[1]), 19 * 60, "The auditor comes tomorrow and two service sheets are missing");
        var slow = world.PairsOf(SlippingRep.Rep)[1];
        Needed(world, slow, LastOf(world, slow), 29 * 60, "Both tow tractors stand since the morning shift");
        Mark(world, waiting, world.Calendar.Now.AddHours(-5), "The sorting hall stands: no charger has worked since the night");

        Nearly(world, world.PairOf(SlippingRep.Rep, SlippingRep.Worst), CloseCallKind.NearlyLate, 26, 12, 4);
        Nearly(world, slow, CloseCallKind.NearlyLate, 48, 19);
        Nearly(world, null, CloseCallKind.NearlyForgot, SlippingRep.Rep, 33, 5);
        Nearly(world, others[0], CloseCallKind.NearlyOverstated, 41, 17, 6);
        Nearly(world, null, CloseCallKind.NearlyForgot, SteadyRep.Rep, 3);
        Nearly(world, best, CloseCallKind.NearlySaidTooMuch, 20);
    }

    private static Touchpoint LastOf(DemoWorld world, DemoPair pair) =>
        world.Batch.Touchpoints.Where(t => t.RelationshipId == pair.Relationship.Id && t.IsContact).MaxBy(t => t.HappenedAt)!;

    private static void Needed(DemoWorld world, DemoPair pair, Touchpoint answer, int minutesBefore, string what)
    {
        var need = Mark(world, pair, answer.HappenedAt.AddMinutes(-minutesBefore), what);
        var over = answer.HappenedAt.AddHours(20);
        need.End(1, over < world.Calendar.Now ? over : world.Calendar.Now);
    }

    private static TimeOfNeed Mark(DemoWorld world, DemoPair pair, DateTimeOffset at, string what)
    {
        var customer = pair.Customer;
        var need = TimeOfNeed.Mark(
            new(world.Organization.Id, DemoDice.Id($"need of {customer.Customer.Name}"), customer.Customer.Id, pair.Rep.Id),
            new(what, at, customer.Contacts[0].Id), world.Calendar.Zone, world.Calendar.Now).Value;
        world.Needs.Add(need);
        return need;
    }

    private static void Nearly(DemoWorld world, DemoPair pair, CloseCallKind kind, params int[] days) => Nearly(world, pair, kind, pair.Rep.Name, days);

    private static void Nearly(DemoWorld world, DemoPair? pair, CloseCallKind kind, string rep, params int[] days) => world.CloseCalls.AddRange(days.Select(ago => CloseCall.Note(
        new(world.Organization.Id, DemoDice.Id($"{kind} of {rep} {ago}"), world.People[rep].Id, pair?.Relationship.Id),
        kind, world.Calendar.Day(ago), null, _ => [], world.Calendar.Today).Value));
}
