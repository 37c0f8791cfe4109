namespace TrustCoach.Web.Pages.Radar;

/// <summary>A row of buttons, each of which notes a close call.</summary>
/// <param name="RelationshipId">With whom; null for nobody in particular.</param>
/// <param name="ReturnUrl">Where it was pressed; the radar when null.</param>
public sealed record TapForm(Guid? RelationshipId = null, string? ReturnUrl = null)
{
    /// <summary>One for each row shown: pressed twice, it notes one.</summary>
    public Guid Key { get; } = Guid.CreateVersion7();
}
