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
public sealed class AcceptInvitationModel(JoinService join, SignInService signIn, SignedInBrowser browser) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string? Code { get; set; }

    /// <summary>What the link offers; null when it is worth nothing any more.</summary>
    public OpenInvitation? Invitation { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Invitation = await join.FindAsync(Code, cancellation);
        (Input.Name, Input.TimeZone) = (Invitation?.Name ?? "", Invitation?.TimeZone ?? "");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Invitation = await join.FindAsync(Code, cancellation);
        if (Invitation is null || !ModelState.IsValid)
            return this.Refused();
        if (await join.AcceptAsync(Code, new Join(Input.Name, Input.Password, Input.TimeZone, Input.Culture), cancellation) is not { } joined)
            return RedirectToPage(new { Code });
        if (joined.Refused(out var problem, out var person))
            return this.Refused(problem);
        await browser.SignInAsync(await signIn.OpenAsync(person.OrganizationId, person.Id, false, browser.Agent, browser.Address, cancellation), false);
        TempData["Flash"] = $"Welcome, {person.Name}.";
        return Redirect("/");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Write your name."), StringLength(120, ErrorMessage = "Keep the name under 120 characters.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Choose a password."), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        [Required(ErrorMessage = "Pick a time zone from the list.")]
        public string TimeZone { get; set; } = "";

        [Required(ErrorMessage = "Pick a language format from the list.")]
        public string Culture { get; set; } = PersonChoices.UsualCulture;
    }
}
