using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Account;

[Needs(Thing.Profile, Act.Edit), OpenWithoutSecondFactor]
public sealed class SignOutModel(SessionService sessions) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (SignInCookie.SessionOf(User) is { } sessionId)
            await sessions.EndAsync(this.Actor(), sessionId, cancellation);
        await HttpContext.SignOutAsync();
        TempData["Flash"] = "You are signed out.";
        return Redirect(SignInUrl.Path);
    }
}
