namespace TrustCoach.Web.Charts;

/// <summary>One relationship in a spread.</summary>
/// <param name="Name">Whose it is; the link's name.</param>
/// <param name="Value">Credibility, 0 to 100.</param>
/// <param name="Url">The relationship's page.</param>
/// <param name="IsAtRisk">Drawn as a diamond instead of a disc.</param>
public sealed record SpreadDot(string Name, double Value, string? Url = null, bool IsAtRisk = false);
