using TrustCoach.Services.Promises;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>Open promises with their buttons.</summary>
/// <param name="ReturnUrl">The page they stand on, to come back to.</param>
/// <param name="ShowRep">Names the rep in each row: for those who see several.</param>
/// <param name="ShowMore">Leads on to all that can be done with one.</param>
public sealed record PromiseRows(IEnumerable<PromiseRow> Rows, string ReturnUrl, bool ShowRep = false, bool ShowMore = true);
