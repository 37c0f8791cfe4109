using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Infrastructure.Security;

namespace TrustCoach.Web.Pages.Account;

[Needs(Thing.Profile, Act.Edit), EnableRateLimiting(RequestLimits.SignIn)]
public sealed class PasswordModel(PasswordService passwords) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Refused();
        if (await passwords.ChangeAsync(this.Actor(), Input.Current, Input.Password, SignInCookie.SessionOf(User), cancellation) is { } problem)
            return this.Refused(problem);
        TempData["Flash"] = "Your password is changed. All other browsers are signed out.";
        return RedirectToPage("Profile");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Write your password."), DataType(DataType.Password)]
        public string Current { get; set; } = "";

        [Required(ErrorMessage = "Choose a password."), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
