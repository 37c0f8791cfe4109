using TrustCoach.Domain.Favours;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Priya gives and gives. One customer keeps taking; another returns every favour.</summary>
internal static class GiveAndTake
{
    public const string Rep = "Priya Raman";
    public const string OneSided = "Marchmont Hotels";
    public const string Mutual = "Lindisfarne Candles";

    public static void Tell(DemoWorld world)
    {
        var pair = world.Pair(Rep, 260, Climate.Inbound, OneSided);
        new DemoLife(pair).Live(258, 6, DemoCharacter.Steady with { Given = 0.5, Returned = 0 });
        foreach (var (ago, text, value) in new (int, string, short)[]
        {
            (170, "Wrote their tender document for the laundry lifts", 3), (110, "Sent a technician on a Sunday without a bill", 3),
            (70, "Lent them two trolleys for the wedding season", 2), (25, "Found them a cheaper supplier for the floor mats", 2),
        })
        {
            pair.Gave(ago, text, value);
        }

        pair.Promise(95, 80, "Decide on the framework agreement", Direction.Theirs);
        pair.Promise(50, 38, "Decide on the framework agreement, after the board meeting", Direction.Theirs);
        pair.Promise(9, -6, "Introduce us to the two sister hotels", Direction.Theirs);

        var mutual = world.Pair(Rep, 290, Climate.Referral, Mutual);
        new DemoLife(mutual).Live(288, 5, DemoCharacter.Steady with { Given = 0.35, Returned = 0.35 });
        mutual.Took(150, "Took a whole morning for our layout workshop", 2, Commitment.Time);
        mutual.Took(118, "Walked us through to their head of dispatch", 2, Commitment.Access);
        mutual.Took(60, "Recommended us to two neighbours in the business park", 3, Commitment.Referral);
        mutual.Took(4, "Sent us the throughput figures of the spring", 2, Commitment.Data, thanked: false);
        mutual.Gave(48, "Checked their racking after a knock, unasked and unpaid", 2);

        foreach (var (opened, climate) in new[] { (340, Climate.Cold), (270, Climate.Inbound), (205, Climate.Cold), (165, Climate.Referral), (120, Climate.Cold), (80, Climate.Inbound) })
            new DemoLife(world.Pair(Rep, opened, climate)).Live(opened - 2, 3, DemoCharacter.Generous);
    }
}
