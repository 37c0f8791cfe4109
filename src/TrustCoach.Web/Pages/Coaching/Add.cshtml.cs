using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Coaching;

/// <summary>One click from wherever something is seen to the agenda of the rep it concerns.</summary>
[Needs(Thing.Coaching, Act.Edit)]
public sealed class AddModel(AgendaService agenda) : PageModel
{
    /// <summary>Putting something on an agenda is a press of a button; its address shows nothing.</summary>
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid rep, string? text, AgendaSourceKind kind, string? key, string? returnUrl, CancellationToken cancellation)
    {
        if (await agenda.AddAsync(this.Actor(), rep, text, new(kind, key ?? ""), cancellation) is not { } added)
            return NotFound();
        if (added.Refused(out var problem, out var done))
            (TempData["Flash"], TempData["FlashKind"]) = (problem.Message, "refused");
        else
            TempData["Flash"] = done.Already ? "It is on the agenda already." : "On the agenda.";
        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToPage("Index");
    }
}
