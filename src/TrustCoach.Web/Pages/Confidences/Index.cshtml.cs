using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Services.Confidences;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Confidences;

/// <summary>What was I told that must go no further?</summary>
[Needs(Thing.Secret, Act.See)]
public sealed class IndexModel(SecretService secrets, PromisesQuery query, Viewer viewer) : SecretsPage(query)
{
    /// <summary>Only what belongs to one customer.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Customer { get; set; }

    public IReadOnlyList<KeptSecret> Kept { get; private set; } = [];

    public bool HasAny { get; private set; }

    /// <summary>The day it is for the author.</summary>
    public DateOnly Today => viewer.Today;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        (Input.Id, Input.CustomerId) = (Guid.NewGuid(), Customer);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!ModelState.IsValid)
            return this.Refused();
        if ((await secrets.KeepAsync(this.Actor(), Input.Id, Input.Said, cancellation)).Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = "Kept, for your eyes only.";
        return RedirectToPage(new { Customer });
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var all = await secrets.AllAsync(this.Actor(), cancellation);
        (HasAny, Kept) = (all.Count > 0, Customer is null ? all : [.. all.Where(s => s.Secret?.CustomerId == Customer)]);
        await LoadCustomersAsync(cancellation);
    }
}
