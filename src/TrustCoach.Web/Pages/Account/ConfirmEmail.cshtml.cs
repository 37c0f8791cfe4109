using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TrustCoach.Domain;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Security;

namespace TrustCoach.Web.Pages.Account;

/// <summary>Opening the link changes nothing, because mail scanners open links too; the button confirms.</summary>
[AllowAnonymous, EnableRateLimiting(RequestLimits.SignIn)]
public sealed class ConfirmEmailModel(PasswordService passwords) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Id { get; set; }

    [BindProperty(SupportsGet = true)] public string? Token { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        _ = Guid.TryParse(Id, out var id);
        if (!await passwords.ConfirmAsync(id, Token ?? ""))
            return this.Refused(new Problem("", "This link is no longer valid. Ask for a new one on your profile."));
        TempData["Flash"] = "Your address is confirmed.";
        return Redirect("/account/profile");
    }
}
