using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Services.Goals;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Goals;

/// <summary>All goals of a rep, one's own unless another is named.</summary>
[Needs(Thing.Goal, Act.See)]
public sealed class IndexModel(GoalBook goals, Viewer viewer) : ReadPage<GoalsPage>
{
    public Viewer Viewer => viewer;

    public async Task<IActionResult> OnGetAsync(Guid? rep, [FromQuery(Name = "page")] int? number, CancellationToken cancellation) =>
        Show(await goals.AllAsync(this.Actor(), rep ?? this.Actor().PersonId, number ?? 1, cancellation));
}
