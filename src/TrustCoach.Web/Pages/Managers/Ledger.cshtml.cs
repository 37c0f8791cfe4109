using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Services.Disputes;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Managers;

/// <summary>Does my manager keep their word to us? Read by the manager and by those whom they coach.</summary>
[Needs(Thing.ManagerLedger, Act.See)]
public sealed class LedgerModel(ManagerPromisesQuery promises) : ReadPage<ManagerPromises>
{
    public bool IsOwn => Of.ManagerId == this.Actor().PersonId;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        Show(await promises.RunAsync(this.Actor(), id, cancellation));
}
