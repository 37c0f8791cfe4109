using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Services.Records;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Progress;

/// <summary>Who opened which page of one's own record, and when.</summary>
[Needs(Thing.Progress, Act.See)]
public sealed class OpenedModel(OpeningsQuery openings) : ReadPage<OpeningsPage>
{
    public Guid Me => this.Actor().PersonId;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellation) =>
        Show(await openings.RunAsync(this.Actor(), number ?? 1, cancellation));
}
