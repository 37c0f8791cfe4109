using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TrustCoach.Domain;
using TrustCoach.Services.Digests;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Security;

namespace TrustCoach.Web.Pages.Account;

/// <summary>Opening the link changes nothing, because mail scanners open links too; the button stops the mails.</summary>
[AllowAnonymous, EnableRateLimiting(RequestLimits.SignIn)]
public sealed class DigestStopModel(DigestService digests) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Key { get; set; }

    public bool Stopped { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await digests.StopAsync(Key, cancellation))
            return this.Refused(new Problem("", "This link is not one of ours, or was cut off. Sign in and choose in your profile."));
        Stopped = true;
        return Page();
    }
}
