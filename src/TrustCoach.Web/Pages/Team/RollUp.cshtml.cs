using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Team;

/// <summary>A team's typical scores redone by hand, rep by rep and by name.</summary>
[Needs(Thing.TeamCredibility, Act.See)]
public sealed class RollUpModel(RollUpQuery rollUps) : PageModel
{
    public TeamRollUp Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid? team, CancellationToken cancellation)
    {
        if (await rollUps.OfTeamAsync(this.Actor(), team, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }
}
