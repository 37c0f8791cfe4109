using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>Withdraws a touchpoint, after saying what will happen and why.</summary>
[Needs(Thing.Touchpoint, Act.Void)]
public sealed class VoidModel(TouchpointService touchpoints, TouchpointQuery query) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public TouchpointPage Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        !await LoadAsync(id, cancellation) ? NotFound() : Of.Touchpoint.VoidedAt is null ? Page() : RedirectToPage("Details", new { id });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (await touchpoints.VoidAsync(this.Actor(), id, Input.Reason, cancellation) is not { } withdrawn)
            return NotFound();
        if (withdrawn.Refused(out var problem, out var done))
            return this.Refused(problem);
        TempData["Flash"] = "Withdrawn: nothing of it counts any more.";
        return LocalRedirect($"/customers/{done.CustomerId}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.RunAsync(this.Actor(), id, cancellation) is not { } found)
            return false;
        Of = found;
        return true;
    }

    public sealed class Form
    {
        [StringLength(Touchpoint.ReasonMaxLength, ErrorMessage = "Keep the reason to {1} characters.")]
        public string? Reason { get; set; }
    }
}
