using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Reps;

/// <summary>A rep's reputation redone by hand: what each relationship adds.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class ReputationModel(RepReputationQuery reputations) : ReadPage<RepReputation>
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        Show(await reputations.RunAsync(this.Actor(), id, cancellation));
}
