using TrustCoach.Services.Coaching;

namespace TrustCoach.Web.Pages.Team;

/// <summary>A short list of relationships on the page "Signals".</summary>
/// <param name="Empty">What is said when there are none.</param>
public sealed record FewView(FewOf Of, RelationshipList List, Signals Page, string Empty);
