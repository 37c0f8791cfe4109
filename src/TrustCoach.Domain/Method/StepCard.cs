namespace TrustCoach.Domain.Method;

/// <summary>The card a team works with: its own in the version published last, or the one for teams without their own.</summary>
/// <param name="Id">Of the version; null for <see cref="Default"/>.</param>
/// <param name="Number">Counts a team's versions from 1; 0 for <see cref="Default"/>.</param>
public sealed record StepCard(Guid? Id, int Number, IReadOnlyList<MethodStep> Steps)
{
    /// <summary>A repeatable method to gain traction early, for a team that has no card of its own. Its ids are for ever.</summary>
    public static StepCard Default { get; } = new(null, 0,
    [
        new(new("8d3f5c1e-0001-4a6b-9c2d-6d6574686f64"), "Start on time, end on time", "Say how long it takes, and stop there."),
        new(new("8d3f5c1e-0002-4a6b-9c2d-6d6574686f64"), "Ask what they expect", "‘What would make this hour worth it for you?’ Write it down in their words."),
        new(new("8d3f5c1e-0003-4a6b-9c2d-6d6574686f64"), "Ask who failed them before", "Listen to the end. Do not compare, do not defend."),
        new(new("8d3f5c1e-0004-4a6b-9c2d-6d6574686f64"), "Say what you cannot do", "One plain limit is worth ten strengths."),
        new(new("8d3f5c1e-0005-4a6b-9c2d-6d6574686f64"), "Leave one small promise", "Small, dated within days, sure to be kept."),
    ]);

    /// <summary>"Five steps for a first conversation".</summary>
    public string Title => $"{Steps.Count switch { 5 => "Five", 6 => "Six", 7 => "Seven", var count => count.ToString(System.Globalization.CultureInfo.InvariantCulture) }} steps for a first conversation";

    public bool Has(Guid stepId) => Steps.Any(s => s.Id == stepId);
}
