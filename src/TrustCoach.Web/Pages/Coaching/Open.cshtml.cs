using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Coaching;

/// <summary>One click from a rep to their session: the planned one, or one planned on the spot.</summary>
[Needs(Thing.Coaching, Act.Log)]
public sealed class OpenModel(CoachingSessionService sessions) : PageModel
{
    /// <summary>Planning is a press of a button; its address shows nothing.</summary>
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(Guid rep, CancellationToken cancellation)
    {
        if (await sessions.OpenAsync(this.Actor(), rep, cancellation) is not { } opened)
            return NotFound();
        if (!opened.Refused(out var problem, out var done))
            return RedirectToPage("Session", new { id = done.SessionId });
        (TempData["Flash"], TempData["FlashKind"]) = (problem.Message, "refused");
        return RedirectToPage("Index");
    }
}
