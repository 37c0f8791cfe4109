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
public sealed class ResetPasswordModel(PasswordService passwords) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public void OnGet(string? id, string? token) => (Input.Id, Input.Token) = (id ?? "", token ?? "");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Refused();
        _ = Guid.TryParse(Input.Id, out var id);
        if (await passwords.ResetAsync(id, Input.Token, Input.Password, cancellation) is { } problem)
            return this.Refused(problem);
        TempData["Flash"] = "Your password is changed, and every browser is signed out. Sign in with the new one.";
        return Redirect("/account/sign-in");
    }

    public sealed class Form
    {
        public string Id { get; set; } = "";

        [Required(AllowEmptyStrings = true)]
        public string Token { get; set; } = "";

        [Required(ErrorMessage = "Choose a password."), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
