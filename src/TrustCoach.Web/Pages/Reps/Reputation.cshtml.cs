using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Reps;

/// <summary>A rep's reputation redone by hand: what each relationship adds.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class ReputationModel(RepReputationQuery reputations) : ReadPage<RepReputation>, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [new(Of.Rep.Id, Of.Rep.Name, EvidencePage.Numbers, Of.Rep.Id)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        Show(await reputations.RunAsync(this.Actor(), id, cancellation));
}
