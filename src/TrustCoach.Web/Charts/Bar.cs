namespace TrustCoach.Web.Charts;

/// <summary>One row of horizontal bars.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Value">How many; at least 0.</param>
/// <param name="Url">The rows behind the number, if there is a page.</param>
public sealed record Bar(string Label, double Value, string? Url = null);
