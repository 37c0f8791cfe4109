using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Noor asks before a date is missed: renegotiations, conditions that came true, one that lapsed.</summary>
internal static class MovedDates
{
    public const string Rep = "Noor Haddad";
    public const string Moved = "Ashcombe Rail Parts";

    public static void Tell(DemoWorld world)
    {
        var pair = world.Pair(Rep, 220, Climate.Inbound, Moved);
        new DemoLife(pair).Live(218, 75, DemoCharacter.Solid);
        var once = pair.Promise(70, 58, "Send the crash test of the new racking");
        pair.Move(once, 61, 50, "The test house needs a week more. Asked {who} on the phone, it was fine.");
        pair.Keep(once, 51);

        var often = pair.Promise(40, 30, "Have the racking approved by the inspector");
        pair.Move(often, 33, 21, "The inspector is on leave; {who} agreed at once.");
        pair.Move(often, 24, 10, "The inspector moved it again. {who} agreed, with a sigh.");
        pair.Move(often, 13, -4, "Found another inspector, a week later. {who} agreed for the last time.");
        pair.Log(13, Outcome.Met, "Said openly that this is the third move, and what I do differently now.", "An honest word on the approval.", Channel.Call);

        Conditions(world);
        foreach (var (opened, climate) in new[] { (350, Climate.Existing), (305, Climate.Cold), (265, Climate.Inbound), (195, Climate.Cold), (155, Climate.Referral), (105, Climate.Cold) })
            new DemoLife(world.Pair(Rep, opened, climate)).Live(opened - 2, 3, DemoCharacter.Solid);
    }

    private static void Conditions(DemoWorld world)
    {
        var pair = world.Pair(Rep, 170, Climate.Cold, "Ellerman Tugs");
        new DemoLife(pair).Live(168, 64, DemoCharacter.Solid);
        var lapsed = pair.Promise(62, 48, "Run a second week of the trial free of charge", condition: "If {who} signs the letter of intent");
        pair.Lapse(lapsed, 49, "{who} decided against the letter. Nobody owes anybody anything.");
        var true_ = pair.Promise(35, 18, "Fit the cold store kit", condition: "If the hall gets its permit");
        pair.ConditionCameTrue(true_, 28);
        pair.Keep(true_, 19, exceeded: true);
        pair.Promise(10, -8, "Hold the price of the quotation", condition: "If the order comes by the end of the month");
        pair.Plan(-4, 15, 0, "The last open clause.", Channel.Meeting);
    }
}
