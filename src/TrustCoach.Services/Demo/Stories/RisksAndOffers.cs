using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>What customers fear and may buy: Hanna's offers end both ways, Tomas has one out with a customer who doubts him, Liam lost one on trust.</summary>
internal static class RisksAndOffers
{
    public static void Tell(DemoWorld world)
    {
        var best = world.PairOf(SteadyRep.Rep, SteadyRep.BestCustomer);
        var rescue = world.Batch.Touchpoints.Last(t => t.RelationshipId == best.Relationship.Id && t.Outcome == Outcome.Exceeded);
        best.Fears(60, "That a leveller fails on a night shift and nobody picks up").Answer(null, rescue.Id, rescue.Day, 1, best.Rep.Id, world.Calendar.At(6, 17));
        best.Fears(20, "That the second hall stands empty if our fitters come late");
        best.Offers("Dock levellers for the first hall", 96_000, 240, 205, 178, OpportunityStage.Won, DecidedBy.Trust, "‘You said what you could not do. The others never did.’");
        best.Offers("Dock levellers for the second hall", 42_500, 30, 5);

        var malting = world.PairOf(SteadyRep.Rep, "Whitcombe Malting");
        malting.Fears(35, "That we sell them new chargers they do not need");
        malting.Offers("Six order pickers", 71_250.50m, 190, 152, 131, OpportunityStage.Lost, DecidedBy.Price, "Nine per cent dearer than the other offer.");
        malting.Offers("Chargers for the night shift", null, 9);
        world.PairOf(SteadyRep.Rep, "Brackenhill Parcels").Fears(4, "Trucks that do not fit under their own doors");
        world.PairOf(SteadyRep.Rep, "Ormsgill Pharmacy Supply").Fears(70, "That the service contract runs out again without a word, in the week of an inspection");
        world.PairOf(SteadyRep.Rep, "Stainforth Bottling").Offers("Lifts for the bottling line", 38_000, 110, 88, 61, OpportunityStage.Lost, DecidedBy.Timing, "The budget moved to next year.");

        var others = world.PairsOf(SteadyRep.Rep).Where(p => p.Relationship.OpenedOn <= world.Calendar.Day(150)).Except([best, malting]).ToList();
        others[0].Offers("Four reach trucks", 124_000, 220, 190, 160, OpportunityStage.Won, DecidedBy.Fit);
        others[1].Offers("Service for three years", 27_600, 150, 120, 104, OpportunityStage.Won, DecidedBy.Trust, "They asked two of our customers first.");
        others[2].Offers("Stacker for the cold store", 19_900, 90, 66, 40, OpportunityStage.Lost, DecidedBy.Fit, "Too wide for their aisles.");
        others[3].Offers("Pallet trucks, twelve of them", 15_480, 70, 52, 33, OpportunityStage.Won, DecidedBy.Price);

        var doubting = world.PairOf(SlippingRep.Rep, SlippingRep.Worst);
        doubting.Fears(8, "That the lateness goes on once they have signed");
        doubting.Offers("Full service for eleven trucks", 58_000, 45, 12);
        world.PairsOf(SlippingRep.Rep)[1].Offers("Two tow tractors", 33_300, 80, 50, 28, OpportunityStage.Lost, DecidedBy.Trust, "‘We cannot plan with somebody we wait for.’");

        var lost = world.PairOf(LostOnTrust.Rep, LostOnTrust.Lost);
        lost.Fears(95, "Standing before the auditor without a replacement");
        var broken = world.Batch.Promises.First(p => p.RelationshipId == lost.Relationship.Id && p.Text.StartsWith("Have the replacement on site", StringComparison.Ordinal));
        lost.Offers("Eight counterbalance trucks", 212_000, 120, 84, 64, OpportunityStage.Lost, DecidedBy.Trust, "‘It was not the truck, it was the third Monday.’", broken.Id);
    }
}
