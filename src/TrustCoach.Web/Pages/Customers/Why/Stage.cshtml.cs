using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>Why a relationship is in its stage: the conditions in their order.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class StageModel(RelationshipPartsQuery parts) : ReadPage<StageParts>, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [WhyWords.Opened(Of.Of)];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, CancellationToken cancellation) =>
        Show(await parts.StageAsync(this.Actor(), id, rep, cancellation));
}
