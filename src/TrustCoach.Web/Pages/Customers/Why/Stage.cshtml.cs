using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>Why a relationship is in its stage: the conditions in their order.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class StageModel(RelationshipPartsQuery parts) : PageModel
{
    public StageParts Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, CancellationToken cancellation)
    {
        if (await parts.StageAsync(this.Actor(), id, rep, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }
}
