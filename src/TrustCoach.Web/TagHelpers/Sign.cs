using System.Collections.Frozen;

namespace TrustCoach.Web.TagHelpers;

/// <summary>How an outcome, an event or a promise looks and reads: a shape, a word, a tone. The word carries the meaning.</summary>
/// <param name="Tone">The class that colours it.</param>
public sealed record Sign(string Tone, string Shape, string Word)
{
    private static readonly FrozenDictionary<string, Sign> All = new Dictionary<string, Sign>(StringComparer.OrdinalIgnoreCase)
    {
        ["Pending"] = new("neutral", Shapes.Pending, "Not known yet"),
        ["Missed"] = new("missed", Shapes.Missed, "Missed"),
        ["Met"] = new("met", Shapes.Met, "Met"),
        ["Exceeded"] = new("exceeded", Shapes.Exceeded, "Exceeded"),
        ["Courtesy"] = new("neutral", Shapes.Courtesy, "Courtesy only"),
        ["PromiseKept"] = new("met", Shapes.Met, "Promise kept"),
        ["PromiseExceeded"] = new("exceeded", Shapes.Exceeded, "Promise exceeded"),
        ["PromiseLate"] = new("missed", Shapes.Missed, "Kept late"),
        ["PromiseBroken"] = new("broken", Shapes.Breaker, "Promise broken"),
        ["PromiseRenegotiated"] = new("neutral", Shapes.Pending, "Renegotiated"),
        ["PromiseNotKept"] = new("broken", Shapes.Breaker, "Promise not kept"),
        ["Late"] = new("missed", Shapes.Missed, "Late"),
        ["Gossip"] = new("broken", Shapes.Breaker, "Gossip"),
        ["Exaggeration"] = new("broken", Shapes.Breaker, "Exaggeration"),
        ["Lie"] = new("broken", Shapes.Breaker, "Lie or distortion"),
        ["Apology"] = new("neutral", Shapes.Repair, "Apology"),
        ["MakeGood"] = new("neutral", Shapes.Repair, "Made good"),
        ["Rules"] = new("rules", Shapes.Rules, "New rules"),
        ["Gesture"] = new("neutral", Shapes.Gift, "Gesture"),
        ["Breaker"] = new("broken", Shapes.Breaker, "Trust breaker"),
        ["Open"] = new("neutral", Shapes.Pending, "Open"),
        ["Kept"] = new("met", Shapes.Met, "Kept"),
        ["KeptLate"] = new("missed", Shapes.Missed, "Kept late"),
        ["Broken"] = new("broken", Shapes.Breaker, "Broken"),
        ["Renegotiated"] = new("neutral", Shapes.Pending, "Renegotiated"),
        ["Lapsed"] = new("neutral", Shapes.Courtesy, "Lapsed"),
        ["Voided"] = new("neutral", Shapes.Courtesy, "Voided"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The sign of an enum member's name. A name nobody drew yet is shown as its own words.</summary>
    public static Sign Of(string name) => All.TryGetValue(name, out var sign) ? sign : new("neutral", Shapes.Courtesy, name);
}
