using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TrustCoach.Domain;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Infrastructure.Security;

namespace TrustCoach.Web.Pages.Account;

/// <summary>The second step of signing in, for those who have a second factor.</summary>
[AllowAnonymous, EnableRateLimiting(RequestLimits.SignIn)]
public sealed class SignInCodeModel(SignInService service, SignedInBrowser browser, SecondStepNote note) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => note.Read() is null ? Again() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (note.Read() is not { } step)
            return Again();
        if (!ModelState.IsValid)
            return this.Refused();
        if ((await service.ContinueAsync(step, Input.Typed, browser.Agent, browser.Address, cancellation)).Refused(out var problem, out var session))
            return this.Refused(Beside(problem));
        note.TakeAway();
        await browser.SignInAsync(session, step.Remember);
        return LocalRedirect(SignInUrl.Safe(ReturnUrl));
    }

    private Problem Beside(Problem problem) => string.IsNullOrWhiteSpace(Input.Code) ? problem with { Field = nameof(Input.RecoveryCode) } : problem;

    private RedirectToPageResult Again()
    {
        (TempData["Flash"], TempData["FlashKind"]) = ("More than ten minutes have passed: start with the password again.", "refused");
        return RedirectToPage("SignIn", new { returnUrl = SignInUrl.Safe(ReturnUrl) });
    }

    public sealed class Form : IValidatableObject
    {
        [StringLength(40, ErrorMessage = "A code has six digits.")]
        public string? Code { get; set; }

        [StringLength(40, ErrorMessage = "A recovery code has four groups of four.")]
        public string? RecoveryCode { get; set; }

        /// <summary>Whichever was written; the app's first.</summary>
        public string? Typed => string.IsNullOrWhiteSpace(Code) ? RecoveryCode : Code;

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (string.IsNullOrWhiteSpace(Typed))
                yield return new("Write the code your authenticator app shows.", [nameof(Code)]);
        }
    }
}
