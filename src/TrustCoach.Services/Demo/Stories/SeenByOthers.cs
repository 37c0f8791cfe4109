using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>What Ingrid wrote on Hanna's record, which Hanna reads first, and what Ingrid read of Hanna's record before they met: Hanna sees each page and day.</summary>
internal static class SeenByOthers
{
    public static void Tell(DemoWorld world)
    {
        var hanna = world.People[SteadyRep.Rep];
        var manager = world.People.ManagerOf(hanna);
        void Read(int ago, int hour, EvidencePage page, Guid? subject = null) =>
            world.Openings.Add(new(manager, ago, hour, new(hanna.Id, hanna.Name, page, subject ?? hanna.Id)));

        world.PairOf(SteadyRep.Rep, "Brackenhill Parcels").Log(1, Outcome.Met, "Came along as a second pair of eyes; Hanna had measured both doors before we arrived.",
            "The measures of both doors.", Channel.Visit, level: EvidenceLevel.Witnessed, by: manager);
        var grain = world.PairOf(SteadyRep.Rep, PuttingRight.Customer);
        Read(20, 14, EvidencePage.RepPage);
        Read(20, 14, EvidenceOpened.Of(Trait.KeepingWord));
        Read(6, 16, EvidencePage.Customer, grain.Customer.Customer.Id);
        Read(5, 9, EvidencePage.RepPage);
        Read(5, 9, EvidencePage.Why, grain.Customer.Customer.Id);
        Read(2, 15, EvidencePage.WhatBrokeTrust);
        Read(1, 8, EvidencePage.RepPage);
        Read(1, 8, EvidencePage.RepPage);
    }
}
