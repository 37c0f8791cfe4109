using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Hanna objects to a lateness and waits for Ingrid's answer; earlier she was right once, and Yusuf was not.</summary>
internal static class Disputed
{
    public const string Rep = SteadyRep.Rep;
    public const string Other = LieAndRepair.Rep;

    public static void Tell(DemoWorld world)
    {
        var pair = world.Pair(Rep, 150, Climate.Inbound, "Stainforth Bottling");
        new DemoLife(pair).Live(148, 40, DemoCharacter.Steady);
        var mixedUp = pair.Log(
            31, Outcome.Missed, "{who} had expected the measured noise levels today.", "The noise levels of the night shift, measured.", Channel.Email);
        var late = pair.Log(
            7, Outcome.Met, "Walked the bottling line with {who}; the two slow lifts are changed first.", "A plan for the slow lifts.", Channel.Visit,
            new BreakerDetails(BreakerKind.Late, Severity.Normal, 20, Note: "Reception noted 9:20."), level: EvidenceLevel.Witnessed);
        world.Disputes.Add(new(pair.Rep, mixedUp.Id, 29,
            "They asked for the noise levels by the end of the month, not by that day. Their mail says so.", 26, DisputeState.Voided,
            "I have read the mail. Nothing was missed; the verdict is withdrawn."));
        world.Disputes.Add(new(pair.Rep, late.Breakers[0].Id, 3,
            "I was at the gate at five to nine and waited for a badge. The gate log shows it; reception wrote down when the badge was ready."));

        var gate = world.Pair(Other, 140, Climate.Cold, "Thornaby Castings");
        new DemoLife(gate).Live(138, 40, DemoCharacter.Solid);
        var stuck = gate.Log(
            27, Outcome.Met, "Looked at the worn forks; {who} orders a set.", "To see the worn forks together.", Channel.Visit,
            new BreakerDetails(BreakerKind.Late, Severity.Normal, 35, Note: "{who} had begun without us."), level: EvidenceLevel.Witnessed);
        world.Disputes.Add(new(gate.Rep, stuck.Breakers[0].Id, 26,
            "The motorway was closed. Nobody could have been there in time.", 21, DisputeState.Upheld,
            "The motorway was closed, and nobody called them. They waited without a word, so it stands. Next time the call comes first."));
    }
}
