using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Hanna does what she says. Her day is the one to look at: something is due, overdue, planned and waiting for an outcome.</summary>
internal static class SteadyRep
{
    public const string Rep = "Hanna Lindqvist";
    public const string BestCustomer = "Norland Dairies";

    public static void Tell(DemoWorld world)
    {
        var best = world.Pair(Rep, 352, Climate.Referral, BestCustomer);
        new DemoLife(best).Live(350, 12, DemoCharacter.Steady with { Gap = 16 });
        best.Log(6, Outcome.Exceeded, "Their freezer dock was down; found a rental leveller by the evening, {who} lost one truck only.",
            "Somebody who picks up the phone when the dock stands still.", level: EvidenceLevel.CustomerConfirmed);
        best.Promise(6, 0, "Send the load chart signed by our engineer");
        best.Plan(0, 16, 30, "To see the spare part list for winter.", Channel.Video);

        Overdue(world);
        DueSoon(world);
        WaitingForOutcome(world);
        foreach (var (opened, climate) in new[] { (330, Climate.Inbound), (274, Climate.Cold), (215, Climate.Referral), (160, Climate.Inbound) })
            new DemoLife(world.Pair(Rep, opened, climate)).Live(opened - 2, 4, DemoCharacter.Steady);
    }

    private static void Overdue(DemoWorld world)
    {
        var pair = world.Pair(Rep, 240, Climate.Cold, "Whitcombe Malting");
        new DemoLife(pair).Live(236, 20, DemoCharacter.Steady);
        var call = pair.Log(9, Outcome.Met, "Agreed that the chargers are checked before anything is ordered.", "A clear yes or no on the old chargers.");
        pair.Promise(9, 2, "Say in writing whether the old chargers can stay", during: call);
        pair.Promise(9, 3, "Send the floor plan with the load limits", Direction.Theirs, during: call);
        pair.Plan(-2, 10, 0, "An answer on the chargers, whatever it is.", Channel.Call);
    }

    private static void DueSoon(DemoWorld world)
    {
        var pair = world.Pair(Rep, 120, Climate.Inbound, "Brackenhill Parcels");
        new DemoLife(pair).Live(118, 15, DemoCharacter.Steady);
        var visit = pair.Log(4, Outcome.Met, "Walked the new hall with {who}; two doors are lower than on the plan.", "A second pair of eyes on the new hall.", Channel.Visit);
        pair.Promise(4, 0, "Name the trucks that fit under both doors", during: visit);
        pair.Promise(4, -2, "Send the quotation with the low masts", during: visit);
        pair.Promise(4, -5, "Reserve two rental units for the move", condition: "If {who} confirms the moving date", during: visit);
        pair.Promise(4, -4, "Give us the moving date", Direction.Theirs, during: visit);
        pair.Plan(-5, 9, 30, "The quotation explained line by line.", Channel.Meeting);
    }

    private static void WaitingForOutcome(DemoWorld world)
    {
        var pair = world.Pair(Rep, 75, Climate.Cold, "Ormsgill Pharmacy Supply",
            "Their last supplier let the service contract run out without a word, in the week of an inspection.");
        new DemoLife(pair).Live(72, 10, DemoCharacter.Steady with { Gap = 14 });
        pair.Plan(1, 11, 0, "Proof that the service contract renews itself.", Channel.Meeting);
        pair.Plan(3, 14, 15, "The inspection dates of the whole year on one page.", Channel.Call);
        pair.Promise(12, -1, "Send the inspection dates of the whole year");
        pair.Plan(-9, 13, 0, "The first inspection, with their quality lead.", Channel.Visit);
    }
}
