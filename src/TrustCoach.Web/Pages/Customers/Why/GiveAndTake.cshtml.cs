using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>Give and take redone by hand: every favour on both sides.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class GiveAndTakeModel(RelationshipPartsQuery parts) : PageModel
{
    public ExchangeParts Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, CancellationToken cancellation)
    {
        if (await parts.ExchangeAsync(this.Actor(), id, rep, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }
}
