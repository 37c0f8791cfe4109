namespace TrustCoach.Domain.Briefings;

/// <summary>One step of a first conversation.</summary>
/// <param name="How">What it sounds like, in a sentence.</param>
public sealed record MethodStep(string Name, string How);

/// <summary>A repeatable method to gain traction early: a few steps for first conversations.</summary>
public sealed record MethodCard(string Title, IReadOnlyList<MethodStep> Steps)
{
    /// <summary>For a team that has no card of its own.</summary>
    public static MethodCard Default { get; } = new("Five steps for a first conversation",
    [
        new("Start on time, end on time", "Say how long it takes, and stop there."),
        new("Ask what they expect", "‘What would make this hour worth it for you?’ Write it down in their words."),
        new("Ask who failed them before", "Listen to the end. Do not compare, do not defend."),
        new("Say what you cannot do", "One plain limit is worth ten strengths."),
        new("Leave one small promise", "Small, dated within days, sure to be kept."),
    ]);
}
