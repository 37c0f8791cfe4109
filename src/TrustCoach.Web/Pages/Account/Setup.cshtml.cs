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

/// <summary>The first run: makes the organization and its first admin while there is none, and is gone afterwards.</summary>
[AllowAnonymous, EnableRateLimiting(RequestLimits.SignIn)]
public sealed class SetupModel(FirstRun firstRun, SetupToken token, SignInService signIn, SignedInBrowser browser) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public bool AsksToken => token.IsAsked;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await firstRun.IsOpenAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await firstRun.IsOpenAsync(cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (!token.Fits(Input.Token))
            return this.Refused(new Problem("Token", "This is not the setup token. It stands in the server's log, in the line that says no organization is set up yet."));
        var command = new FoundOrganization(Input.Organization, Input.TimeZone, Input.Name, Input.Email, Input.Password, PersonChoices.UsualCulture);
        if (await firstRun.RunAsync(command, cancellation) is not { } founded)
            return NotFound();
        if (founded.Refused(out var problem, out var admin))
            return this.Refused(problem);
        await browser.SignInAsync(await signIn.OpenAsync(admin.OrganizationId, admin.Id, false, browser.Agent, browser.Address, cancellation), false);
        TempData["Flash"] = $"{Input.Organization} is set up. Invite your people next.";
        return Redirect("/settings/people");
    }

    public sealed class Form
    {
        public string? Token { get; set; }

        [Required(ErrorMessage = "Give the organization a name."), StringLength(120, ErrorMessage = "Keep the name under 120 characters.")]
        public string Organization { get; set; } = "";

        [Required(ErrorMessage = "Pick a time zone from the list.")]
        public string TimeZone { get; set; } = "UTC";

        [Required(ErrorMessage = "Write your name."), StringLength(120, ErrorMessage = "Keep the name under 120 characters.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Write your e-mail address."), StringLength(254, ErrorMessage = "This address is too long.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Choose a password."), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
