using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>Give and take redone by hand: every favour on both sides.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class GiveAndTakeModel(RelationshipPartsQuery parts) : ReadPage<ExchangeParts>, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [WhyWords.Opened(Of.Of)];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, CancellationToken cancellation) =>
        Show(await parts.ExchangeAsync(this.Actor(), id, rep, cancellation));
}
