using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Reps;

/// <summary>A rep's typical scores redone by hand: each relationship by how sure it is, and the team for the little that is known.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class RollUpModel(RollUpQuery rollUps) : PageModel
{
    public RepRollUp Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await rollUps.OfRepAsync(this.Actor(), id, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }
}
