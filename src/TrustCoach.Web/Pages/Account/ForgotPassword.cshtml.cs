using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Security;

namespace TrustCoach.Web.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RequestLimits.SignIn)]
public sealed class ForgotPasswordModel(PasswordService passwords, AppAddress address) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Refused();
        await passwords.ForgetAsync(Input.Email, address.Of(Request, "/account/reset-password"), cancellation);
        TempData["Flash"] = "If this address has an account, a link is on its way to it.";
        return Redirect("/account/sign-in");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Write your e-mail address."), StringLength(254, ErrorMessage = "This address is too long.")]
        public string Email { get; set; } = "";
    }
}
