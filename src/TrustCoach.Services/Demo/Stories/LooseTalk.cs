using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Joel sells well and says a little too much. One customer of his was handed over to Elena.</summary>
internal static class LooseTalk
{
    public const string Rep = "Joel Fischer";
    public const string Successor = "Elena Petrova";
    public const string GossipedTo = "Ravelin Optics";
    public const string HandedOver = "Tarrant Textiles";

    public static void Tell(DemoWorld world)
    {
        var gossip = world.Pair(Rep, 250, Climate.Inbound, GossipedTo);
        new DemoLife(gossip).Live(248, 60, DemoCharacter.Solid);
        gossip.Log(34, Outcome.Met, "Agreed the layout. Told {who} over lunch what their neighbour pays and who is leaving there.",
            "The layout settled, with numbers.", Channel.Meeting,
            new BreakerDetails(BreakerKind.Gossip, Severity.Normal, Note: "{who} asked at the end what I tell others about them."));
        gossip.Log(20, Outcome.Met, "Short call on the delivery. Cooler than before.", "The delivery date.", Channel.Call);

        var boast = world.Pair(Rep, 180, Climate.Cold, "Coverdale Frozen");
        new DemoLife(boast).Live(178, 70, DemoCharacter.Solid);
        boast.Log(45, Outcome.Missed, "The trucks run six hours in the cold, not ten. {who} measured it.", "Ten hours a charge, as I had said.", Channel.Visit,
            new BreakerDetails(BreakerKind.Exaggeration, Severity.Severe, Note: "Ten hours is the figure at twenty degrees."));
        boast.Log(15, Outcome.Met, "Sent measured figures for three temperatures.", "Figures that hold in their hall.", Channel.Email);

        HandOver(world);
        foreach (var (opened, climate) in new[] { (325, Climate.Inbound), (285, Climate.Cold), (230, Climate.Cold), (140, Climate.Inbound), (90, Climate.Referral) })
            new DemoLife(world.Pair(Rep, opened, climate)).Live(opened - 2, 4, DemoCharacter.Solid with { Exceeded = 0.2, Broken = 0.08 });
        foreach (var (opened, climate) in new[] { (355, Climate.Existing), (318, Climate.Inbound), (245, Climate.Cold), (200, Climate.Referral), (145, Climate.Cold), (98, Climate.Inbound), (52, Climate.Cold) })
            new DemoLife(world.Pair(Successor, opened, climate)).Live(opened - 2, 3, DemoCharacter.Solid);
    }

    private static void HandOver(DemoWorld world)
    {
        var before = world.Pair(Rep, 340, Climate.Cold, HandedOver);
        new DemoLife(before).Live(338, 95, DemoCharacter.Solid with { Broken = 0, KeptLate = 0 });
        before.Log(86, Outcome.Met, "Introduced Elena to {who}; went through every open point together.", "To know who looks after them from now on.", Channel.Meeting);
        before.End(85, RelationshipEnd.HandedOver);

        var after = world.Pair(Successor, 85, Climate.Existing, before.Customer);
        world.Note(world.People.ManagerOf(after.Rep), world.Calendar.At(85, 16), Audit.AuditActs.CustomerHandedOver, before.Customer.Customer.Id,
            new { From = Rep, To = Successor }, reason: "Elena looks after the textile customers from now on.");
        new DemoLife(after).Live(80, 4, DemoCharacter.Steady);
    }
}
