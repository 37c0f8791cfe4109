using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Tomas was solid until spring turned. Now lateness is a habit, and promises are left to the clock.</summary>
internal static class SlippingRep
{
    public const string Rep = "Tomas Brandt";
    public const string Worst = "Dunmere Chilled";

    public static void Tell(DemoWorld world)
    {
        var pair = world.Pair(Rep, 330, Climate.Referral, Worst);
        new DemoLife(pair).Live(328, 100, DemoCharacter.Solid with { Missed = 0.03, Late = 0, Broken = 0 });
        Late(pair, 66, 15, "Went through the open repairs; two closed, one stays.", "Dialled in late; {who} had begun to read the agenda alone.");
        Late(pair, 51, 20, "Looked at the two fork tips that wear too fast. {who} wants them replaced on warranty.", "Traffic on the ring road.");
        Late(pair, 36, 25, "Settled which trucks are serviced before the holidays.", "{who} was waiting in reception and had moved another meeting for this.");
        var forgotten = pair.Promise(36, 26, "Send the corrected service schedule");
        world.Disputes.Add(new(pair.Rep, forgotten.Id, 9, "I sent the schedule a day after the meeting on the service sheets. It went to the wrong address, so they say it never came."));
        Late(pair, 22, 35, "Counted the breakdowns of the month together: four, one of them ours.", "Third time in a row. {who} did not say anything, which is worse.");
        pair.Promise(22, 13, "Send the corrected service schedule, this time for sure");
        Late(pair, 8, 40, "Agreed who signs the service sheets. Nothing more in the time that was left.", "Came when the shift had changed. {who} asked whether we still want the contract.");
        pair.Promise(8, 1, "Bring the corrected service schedule in person");
        pair.Plan(-3, 8, 30, "The service schedule, on paper, on time.", Channel.Meeting);

        foreach (var (opened, climate) in new[] { (350, Climate.Cold), (310, Climate.Inbound), (262, Climate.Cold), (225, Climate.Referral), (190, Climate.Cold) })
            new DemoLife(world.Pair(Rep, opened, climate)).Live(opened - 2, 120, DemoCharacter.Solid).Live(110, 3, DemoCharacter.Slipping);
        new DemoLife(world.Pair(Rep, 100, Climate.Cold)).Live(97, 5, DemoCharacter.Slipping);
        new DemoLife(world.Pair(Rep, 60, Climate.Inbound)).Live(58, 4, DemoCharacter.Slipping);
    }

    private static void Late(DemoPair pair, int ago, int minutes, string summary, string note) => pair.Log(
        ago, Outcome.Met, summary, "An hour on the open repairs, starting at the hour.", Channel.Meeting,
        new BreakerDetails(BreakerKind.Late, Severity.Normal, minutes, Note: note));
}
