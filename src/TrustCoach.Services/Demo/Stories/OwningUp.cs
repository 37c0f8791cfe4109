using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Daniel misses as often as others, but says so first, apologizes and makes good.</summary>
internal static class OwningUp
{
    public const string Rep = "Daniel Kowalski";
    public const string Told = "Severn Valley Honey";

    public static void Tell(DemoWorld world)
    {
        var pair = world.Pair(Rep, 200, Climate.Inbound, Told);
        new DemoLife(pair).Live(198, 60, DemoCharacter.Solid);
        var miss = pair.Log(38, Outcome.Missed, "Ordered the wrong mast height. Called {who} before the truck was loaded.", "Trucks that fit under the mezzanine.", Channel.Call, ownedUp: true);
        pair.Log(36, Outcome.Courtesy, "Said sorry in person and showed how the order form now asks for the height.", null, Channel.Visit,
            repair: new RepairDetails(RepairKind.Apology, miss.Id));
        pair.Log(29, Outcome.Exceeded, "Right masts arrived, and the rental in between was on us.", "The right trucks, soon.", Channel.Visit,
            repair: new RepairDetails(RepairKind.MakeGood, miss.Id), level: EvidenceLevel.CustomerConfirmed);
        pair.GiveUp(pair.Promise(25, 15, "Get the discount approved"), 17, "Head office said no. Told {who} the same hour.", ownedUp: true);
        pair.Log(9, Outcome.Met, "Agreed on the smaller order at the list price.", "A fair way on without the discount.", Channel.Meeting);

        foreach (var (opened, climate) in new[] { (338, Climate.Cold), (290, Climate.Inbound), (235, Climate.Cold), (180, Climate.Referral), (125, Climate.Cold), (95, Climate.Inbound), (50, Climate.Cold) })
            new DemoLife(world.Pair(Rep, opened, climate)).Live(opened - 2, 3, DemoCharacter.Candid);
    }
}
