using TrustCoach.Domain.People;
using TrustCoach.Domain.Ripples;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Audit;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Customers who know each other: Yusuf's lie and Joel's gossip may be heard of by others, and so may what Hanna has put right.</summary>
internal static class WhoKnowsWhom
{
    public static void Tell(DemoWorld world)
    {
        var hexham = world.PairOf(LieAndRepair.Rep, LieAndRepair.LiedTo);
        var lie = world.Batch.Touchpoints.Single(t => t.RelationshipId == hexham.Relationship.Id && t.Breakers.Any(b => b.Kind == BreakerKind.Lie));
        Link(world, LinkKind.Referral, hexham, Referred(world, LieAndRepair.Rep), 205, "‘They call back.’ That was all he said of us.");
        Link(world, LinkKind.FormerColleague, hexham, world.PairOf(LieAndRepair.Rep, "Thornaby Castings"), 60, "Ran the same warehouse for years.", contact: lie.ContactId);
        Link(world, LinkKind.SameGroup, hexham, world.PairOf(SlippingRep.Rep, SlippingRep.Worst), 90, null, world.People["Ingrid Solberg"]);

        var best = world.PairOf(SteadyRep.Rep, SteadyRep.BestCustomer);
        var elmswell = world.PairOf(PuttingRight.Rep, PuttingRight.Customer);
        Link(world, LinkKind.Referral, best, Referred(world, SteadyRep.Rep), 214, null);
        Link(world, LinkKind.FormerColleague, best, elmswell, 130, "Both began at the same mill.", contact: best.Customer.Contacts[0].Id);
        Link(world, LinkKind.SameGroup, elmswell, world.PairOf(SteadyRep.Rep, "Stainforth Bottling"), 120, null);

        var ravelin = world.PairOf(LooseTalk.Rep, LooseTalk.GossipedTo);
        Link(world, LinkKind.FormerColleague, ravelin, world.PairOf(LooseTalk.Rep, "Coverdale Frozen"), 100, "Sat in one office before both moved on.", contact: ravelin.Customer.Contacts[0].Id);
        Link(world, LinkKind.Referral, ravelin, Referred(world, LooseTalk.Rep), 88, null);
    }

    private static DemoPair Referred(DemoWorld world, string rep) =>
        world.PairsOf(rep).First(p => p.Relationship.Climate == Climate.Referral && p.Customer.Customer.Name != SteadyRep.BestCustomer);

    private static void Link(DemoWorld world, LinkKind kind, DemoPair from, DemoPair to, int ago, string? note, Person? by = null, Guid? contact = null)
    {
        var (here, there) = (from.Customer.Customer, to.Customer.Customer);
        var (id, at) = (DemoDice.Id($"link {kind} of {here.Name} with {there.Name}"), world.Calendar.At(ago, 12, 5));
        var person = kind == LinkKind.SameGroup ? (Guid?)null : to.Customer.Contacts[0].Id;
        by ??= from.Rep;
        world.Links.Add(CustomerLink.Between(
            world.Organization.Id, id, kind, new(here.Id, contact), new(there.Id, person), note, by.Id, at).Value);
        world.Note(by, at, AuditActs.LinkNoted, id, null);
    }
}
