using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>Takes a log back within seconds.</summary>
[Needs(Thing.Touchpoint, Act.Void)]
public sealed class UndoModel(TouchpointService touchpoints) : PageModel
{
    /// <summary>Undoing is a press of a button; its address shows nothing.</summary>
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? returnUrl, CancellationToken cancellation)
    {
        if (await touchpoints.UndoAsync(this.Actor(), id, cancellation) is not { } undone)
            return NotFound();
        if (undone.Refused(out var problem, out _))
        {
            (TempData["Flash"], TempData["FlashKind"]) = (problem.Message, "refused");
            return RedirectToPage("Details", new { id });
        }

        TempData["Flash"] = "Undone: nothing of it counts.";
        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToPage("Details", new { id });
    }
}
