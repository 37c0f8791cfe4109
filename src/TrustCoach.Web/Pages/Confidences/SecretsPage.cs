using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Confidences;

/// <summary>A page of the register. No browser and no proxy keeps it, its forms keep no drafts on the device, its addresses and messages tell nothing.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class SecretsPage(PromisesQuery query) : PageModel
{
    [BindProperty] public SecretForm Input { get; set; } = new();

    /// <summary>The author's own customers to choose from.</summary>
    public IReadOnlyList<SelectListItem> Customers { get; private set; } = [];

    protected async Task LoadCustomersAsync(CancellationToken cancellation) => Customers =
        [.. (await query.ChoicesAsync(this.Actor(), null, cancellation)).Select(c => new SelectListItem(c.Customer, c.CustomerId.ToString()))];
}
