using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Scoring;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.History;

/// <summary>A team's typical scores, week by week, as they were known when each week closed.</summary>
[Needs(Thing.TeamCredibility, Act.See)]
public sealed class TeamModel(GroupHistoryQuery histories) : PageModel
{
    public GroupHistory Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string? weeks, CancellationToken cancellation)
    {
        if (await histories.OfTeamAsync(this.Actor(), id, weeks, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid id, string? weeks, CancellationToken cancellation) =>
        await OnGetAsync(id, weeks, cancellation) is PageResult ? this.Csv(new HistoryView(Of.Name, "", Of.History).Sheet) : NotFound();
}
