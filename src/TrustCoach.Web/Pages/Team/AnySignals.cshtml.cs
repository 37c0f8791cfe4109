using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Team;

/// <summary>Leads to the signals of a manager's first team.</summary>
[Needs(Thing.TeamCredibility, Act.See)]
public sealed class AnySignalsModel(SignalsQuery signals) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await signals.FirstAsync(this.Actor(), cancellation) is { } team ? Redirect($"/team/{team}/signals") : Page();
}
