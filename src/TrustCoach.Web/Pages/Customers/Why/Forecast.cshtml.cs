using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>The chance that the next expectation is met, redone by hand.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class ForecastModel(RelationshipPartsQuery parts) : PageModel
{
    public ForecastParts Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, CancellationToken cancellation)
    {
        if (await parts.ForecastAsync(this.Actor(), id, rep, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }
}
