using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>
/// Ingrid meets her reps: Hanna every two weeks and well prepared, Tomas every week with something still to keep, Yusuf whose last one was
/// not held, Clara whom she has not met for long. Her own ledger shows what she kept and what she did not.
/// </summary>
internal static class OneToOnes
{
    public static void Tell(DemoWorld world)
    {
        var (hanna, tomas, yusuf, clara) = (SteadyRep.Rep, SlippingRep.Rep, LieAndRepair.Rep, NewRep.Rep);
        var first = Held(world, hanna, 32, 2, new("The harvest shows went well: three new customers.", "Saying no to dates I cannot keep.", null),
            "We look at dates together before they are promised.", "Good to talk it through.");
        Agreed(world, first, false, "Ask production for the real lead times", 32, 25, kept: 26);
        Item(world, hanna, world.People[hanna].Id, 33, "Lead times that nobody believes", first, 32);
        var second = Held(world, hanna, 16, 2, new("Elmswell took the apology well.", "Reading their mails to the end before an offer goes out.", "Sit in on one call."),
            "Before an offer goes out: their last mail, line by line. Ingrid sits in on one call.", "Thank you. I will tell you how Elmswell goes on.");
        Agreed(world, second, true, "Show the Elmswell offer before it goes out", 16, 9, kept: 10);
        Agreed(world, second, false, "Sit in on one call", 16, 4, kept: 2);
        Agreed(world, second, true, "Bring one deal that went wrong early", 16, -3);
        Item(world, hanna, world.People[hanna].Id, 17, "The Elmswell offer", second, 16);
        Item(world, hanna, second.ManagerId, 16, "A quarter with fewer, larger promises");
        var next = Planned(world, hanna, -2, 2, 14);
        next.Write(new("The delivery dates are right now, machine by machine.", "Elmswell answers slowly; I do not know whether it is repaired.", "How did you hear the call?"), 0, world.Calendar.At(1, 17));

        var missed = Held(world, tomas, 13, 1, new("Two new first meetings.", "Mornings. I start late and the whole day is late.", null),
            "First encounter of the day not before nine, and on time.", null);
        Agreed(world, missed, true, "Leave at eight on three days of the week", 13, -1);
        Agreed(world, missed, false, "Move the Monday call to ten", 13, 11);
        Item(world, tomas, missed.ManagerId, 14, "Lateness in the morning", missed, 13);
        Item(world, tomas, missed.ManagerId, 13, "Which promises could wait?");
        Planned(world, tomas, -1, 1, 9);

        Held(world, yusuf, 24, 2, new("I told Brackley the truth.", "They remember it.", "Patience."), "Small promises, each kept. No shortcuts.", "Agreed.");
        Planned(world, yusuf, 4, 2, 11);
        Item(world, yusuf, world.People[yusuf].Id, 6, "When may I ask Brackley for a meeting again?");

        Held(world, clara, 45, 0, new(null, "Everything is new.", "A list of whom to call first."), "A list of five, and the method card.", "Thanks!");
    }

    private static CoachingSession Planned(DemoWorld world, string rep, int ago, int everyWeeks, int hour) =>
        Plan(world, rep, ago, everyWeeks, hour, out _);

    private static CoachingSession Held(DemoWorld world, string rep, int ago, int everyWeeks, SessionWords words, string note, string? reply)
    {
        var session = Plan(world, rep, ago, everyWeeks, 10, out var owed);
        var manager = world.People.ManagerOf(world.People[rep]);
        session.Write(words, 0, world.Calendar.At(ago + 1, 16));
        session.WriteShared(note, 0, manager.Id);
        session.Hold(world.Calendar.At(ago, 10, 45));
        owed.Keep(manager.Id, world.Calendar.Day(ago));
        world.Note(manager, session.ClosedAt!.Value, AuditActs.SessionHeld, session.Id, null);
        if (reply is not null)
            session.Acknowledge(reply, world.Calendar.At(ago, 15));
        return session;
    }

    private static CoachingSession Plan(DemoWorld world, string rep, int ago, int everyWeeks, int hour, out CoachingPromise owed)
    {
        var (person, at, made) = (world.People[rep], world.Calendar.At(ago, hour), world.Calendar.At(Math.Max(ago, 1) + 7, 12));
        var manager = world.People.ManagerOf(person);
        var session = CoachingSession.Plan(world.Organization.Id, DemoDice.Id($"session {rep} {ago}"), person.Id, manager.Id, at, everyWeeks, made).Value;
        owed = CoachingPromise.BeThere(session, world.Calendar.Day(ago), ScoringRules.Default.GraceDays, made);
        world.Coaching.AddRange([session, owed]);
        world.Note(manager, made, AuditActs.SessionPlanned, session.Id, null);
        return session;
    }

    private static void Agreed(DemoWorld world, CoachingSession session, bool byRep, string text, int made, int due, int? kept = null)
    {
        var (day, grace) = (world.Calendar.Day(made), ScoringRules.Default.GraceDays);
        var promise = CoachingPromise.Agree(
            DemoDice.Id($"agreed {text}"), session, session.ManagerId, byRep, text, world.Calendar.Day(due), day, grace, world.Calendar.At(made, 10, 40)).Value;
        if (kept is { } ago)
            promise.Keep(session.ManagerId, world.Calendar.Day(ago));
        else if (promise.ClosesOn <= world.Calendar.Today)
            promise.Keep(session.ManagerId, world.Calendar.Today);
        world.Coaching.Add(promise);
    }

    private static void Item(DemoWorld world, string rep, Guid by, int ago, string text, CoachingSession? settledIn = null, int settled = 0)
    {
        var item = AgendaItem.Raise(
            world.Organization.Id, DemoDice.Id($"agenda {rep} {text}"), world.People[rep].Id, by, text, AgendaSource.Words, world.Calendar.At(ago, 11)).Value;
        if (settledIn is not null)
            item.Settle(settledIn.Id, world.Calendar.At(settled, 10, 30));
        world.Coaching.Add(item);
    }
}
