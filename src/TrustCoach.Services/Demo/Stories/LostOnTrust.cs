using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Liam lost a customer within a day, after one promise too many. Others are uneven.</summary>
internal static class LostOnTrust
{
    public const string Rep = "Liam O'Connor";
    public const string Lost = "Ferrybridge Foods";

    public static void Tell(DemoWorld world)
    {
        var pair = world.Pair(Rep, 300, Climate.Inbound, Lost);
        new DemoLife(pair).Live(298, 90, DemoCharacter.Solid with { Broken = 0, KeptLate = 0 });
        pair.Log(80, Outcome.Missed, "The replacement was not there on the day of the audit.", "A replacement on site before the audit.", Channel.Call, severity: Severity.Severe);
        var broken = pair.Promise(80, 72, "Have the replacement on site on Monday, whatever it takes", severity: Severity.Severe);
        pair.Log(64, Outcome.Missed, "{who} rang: they have ordered elsewhere. 'It was not the truck, it was the third Monday.'", null, Channel.Call, severity: Severity.Severe);
        // The clock's closing of a promise bears the promise's own id.
        pair.End(64, RelationshipEnd.LostOnTrust, broken.Id);

        var closed = world.Pair(Rep, 280, Climate.Cold, "Bellhaven Ceramics");
        new DemoLife(closed).Live(278, 160, DemoCharacter.Steady with { Broken = 0 });
        closed.Log(150, Outcome.Met, "They close the works at the end of the year. A good farewell, and two addresses for their trucks.", "Help with selling the trucks on.", Channel.Visit);
        closed.End(148, RelationshipEnd.Other);

        foreach (var (opened, climate) in new[] { (340, Climate.Cold), (290, Climate.Cold), (230, Climate.Inbound), (175, Climate.Cold), (115, Climate.Referral), (70, Climate.Cold), (40, Climate.Cold) })
            new DemoLife(world.Pair(Rep, opened, climate)).Live(opened - 2, 3, DemoCharacter.Uneven);
    }
}
