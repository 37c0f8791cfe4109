using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Scoring;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>Both scores of a relationship week by week, with what happened.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class HistoryModel(RelationshipHistoryQuery histories) : PageModel
{
    public RelationshipHistory Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, string? weeks, CancellationToken cancellation)
    {
        if (await histories.RunAsync(this.Actor(), id, rep, weeks, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }
}
