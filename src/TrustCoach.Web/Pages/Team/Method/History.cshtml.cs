using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Method;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Team.Method;

/// <summary>Every version of the team's card: who published it when, and what it changed.</summary>
[Needs(Thing.MethodCard, Act.See)]
public sealed class HistoryModel(MethodQuery method) : PageModel
{
    public MethodHistory Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (await method.HistoryAsync(this.Actor(), id, number ?? 1, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }
}
