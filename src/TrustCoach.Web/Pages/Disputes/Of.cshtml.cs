using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Disputes;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Disputes;

/// <summary>Leads from an event to its last dispute.</summary>
[Needs(Thing.Dispute, Act.See)]
public sealed class OfModel(DisputeQuery disputes) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid entry, CancellationToken cancellation) =>
        await disputes.OfEntryAsync(this.Actor(), entry, openOnly: false, cancellation) is { } id ? RedirectToPage("Details", new { id }) : NotFound();
}
