using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Reps;

/// <summary>A rep's reputation redone by hand: what each relationship adds.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class ReputationModel(RepReputationQuery reputations) : PageModel
{
    public RepReputation Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await reputations.RunAsync(this.Actor(), id, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }
}
