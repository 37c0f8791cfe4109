using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>The chance that the next expectation is met, redone by hand.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class ForecastModel(RelationshipPartsQuery parts) : ReadPage<ForecastParts>, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [WhyWords.Opened(Of.Of)];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, CancellationToken cancellation) =>
        Show(await parts.ForecastAsync(this.Actor(), id, rep, cancellation));
}
