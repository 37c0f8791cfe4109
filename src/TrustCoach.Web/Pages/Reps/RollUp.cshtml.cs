using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Reps;

/// <summary>A rep's typical scores redone by hand: each relationship by how sure it is, and the team for the little that is known.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class RollUpModel(RollUpQuery rollUps) : ReadPage<RepRollUp>, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [new(Of.Rep.Id, Of.Rep.Name, EvidencePage.Numbers, Of.Rep.Id)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        Show(await rollUps.OfRepAsync(this.Actor(), id, cancellation));
}
