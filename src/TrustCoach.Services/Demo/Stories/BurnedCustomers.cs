using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Owen took over the customers whom others had failed. Slow work, and it shows.</summary>
internal static class BurnedCustomers
{
    public const string Rep = "Owen Hughes";
    public const string Burned = "Penhale Clinics";

    public static void Tell(DemoWorld world)
    {
        var pair = world.Pair(Rep, 130, Climate.Cold, Burned, "A vendor took the deposit for twelve bed lifts and went quiet for five months. Never ask for a deposit first.");
        pair.Log(128, Outcome.Courtesy, "First call. {who} told the story of the deposit. I only listened.", channel: Channel.Call);
        pair.Log(118, Outcome.Met, "Offered payment on delivery, in writing.", "No deposit, and no talk around it.", Channel.Meeting);
        pair.Keep(pair.Promise(118, 112, "Send the terms without a deposit"), 114, exceeded: true);
        new DemoLife(pair).Live(100, 7, DemoCharacter.Steady with { Gap = 18 });

        var second = world.Pair(Rep, 95, Climate.Inbound, "Lorne Castings", "Their last supplier quoted one price and billed another, twice.");
        new DemoLife(second).Live(93, 5, DemoCharacter.Solid);
        second.Promise(11, -1, "Confirm the final price in writing, valid until spring", severity: Severity.Severe);

        foreach (var (opened, climate) in new[] { (335, Climate.Cold), (295, Climate.Inbound), (240, Climate.Cold), (185, Climate.Cold), (135, Climate.Referral), (88, Climate.Inbound) })
            new DemoLife(world.Pair(Rep, opened, climate)).Live(opened - 2, 4, DemoCharacter.Solid);
    }
}
