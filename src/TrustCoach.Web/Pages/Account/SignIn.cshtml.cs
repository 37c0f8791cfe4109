using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Infrastructure.Security;

namespace TrustCoach.Web.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RequestLimits.SignIn)]
public sealed class SignInModel(SignInService service, SignedInBrowser browser, SecondStepNote note, FirstRun firstRun) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    /// <summary>Whether a form was sent after the session had ended.</summary>
    [BindProperty(SupportsGet = true)] public bool Unsaved { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (HttpContext.ActorOrNull() is not null)
            return LocalRedirect(SignInUrl.Safe(ReturnUrl));
        return await firstRun.IsOpenAsync(cancellation) ? Redirect("/setup") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Refused();
        var command = new SignIn(Input.Email, Input.Password, Input.Remember, browser.AccountOf(Request), browser.Agent, browser.Address);
        if ((await service.RunAsync(command, cancellation)).Refused(out var problem, out var done))
            return this.Refused(problem);
        if (done.Session is not { } session)
            return ToCode(done.Next!);
        await browser.SignInAsync(session, Input.Remember);
        return LocalRedirect(SignInUrl.Safe(ReturnUrl));
    }

    private RedirectToPageResult ToCode(SecondStep next)
    {
        note.Leave(next);
        return RedirectToPage("SignInCode", new { returnUrl = SignInUrl.Safe(ReturnUrl) });
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Write your e-mail address."), StringLength(254, ErrorMessage = "This address is too long.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Write your password."), StringLength(128, ErrorMessage = "This password is too long.")]
        [DataType(DataType.Password)]
        public string Password { get; set; } = "";

        public bool Remember { get; set; }
    }
}
