using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Clara began three weeks ago. Nobody can say anything yet, and the pages say so.</summary>
internal static class NewRep
{
    public const string Rep = "Clara Nowak";

    public static void Tell(DemoWorld world)
    {
        var first = world.Pair(Rep, 21, Climate.Cold, "Cotterdale Preserves");
        first.Log(20, Outcome.Courtesy, "Introduced myself; {who} was kind and busy.", channel: Channel.Call);
        var visit = first.Log(12, Outcome.Met, "Listened for an hour and wrote down the three worst bottlenecks.", "Somebody who looks before she offers.", Channel.Visit);
        first.Keep(first.Promise(12, 8, "Send the three bottlenecks in writing, without an offer", during: visit), 9);
        first.Plan(-1, 9, 0, "To hear which bottleneck is cheapest to solve.", Channel.Video);

        var second = world.Pair(Rep, 14, Climate.Inbound, "Swaledale Outfitters");
        second.Log(13, Outcome.Met, "Answered which lifting tables are in stock. They are.", "Stock and price, nothing more.", Channel.Email);
        second.Promise(5, -3, "Show the lifting table on site");

        world.Pair(Rep, 5, Climate.Referral, "Kilnhurst Brick").Log(
            4, Outcome.Courtesy, "A first call after the recommendation. A meeting is to follow.", channel: Channel.Call);
    }
}
