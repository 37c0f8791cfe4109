using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Sofia looks after few customers closely. Most of them trust her, and say so.</summary>
internal static class BeyondExpectations
{
    public const string Rep = "Sofia Marchetti";
    public const string Trusted = "Aurelia Instruments";

    public static void Tell(DemoWorld world)
    {
        var pair = world.Pair(Rep, 360, Climate.Existing, Trusted);
        new DemoLife(pair).Live(358, 3, DemoCharacter.Steady with { Gap = 12, Missed = 0, Late = 0, Broken = 0, Exceeded = 0.4 });
        pair.Log(2, Outcome.Exceeded, "{who} asked for one date and got the whole installation plan, checked with the crane firm.", "One date.", Channel.Email,
            level: EvidenceLevel.CustomerConfirmed);

        foreach (var (opened, climate) in new[] { (345, Climate.Existing), (315, Climate.Referral), (260, Climate.Inbound), (210, Climate.Cold), (150, Climate.Referral), (100, Climate.Inbound) })
            new DemoLife(world.Pair(Rep, opened, climate)).Live(opened - 2, 3, DemoCharacter.Steady with { Gap = 20, Exceeded = 0.3 });
    }
}
