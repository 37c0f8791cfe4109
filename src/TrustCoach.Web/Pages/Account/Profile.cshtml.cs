using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Account;

[Needs(Thing.Profile, Act.Edit)]
public sealed class ProfileModel(ProfileService profiles, SessionService sessions, PasswordService passwords, AppAddress address) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public Profile Profile { get; private set; } = null!;

    public Guid? SessionId => SignInCookie.SessionOf(User);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Profile = await profiles.FindAsync(this.Actor(), cancellation);
        Input = new() { Name = Profile.Name, TimeZone = Profile.TimeZone, Culture = Profile.Culture, Theme = Request.Cookies["theme"] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var problem = ModelState.IsValid ? await profiles.ChangeAsync(this.Actor(), new(Input.Name, Input.TimeZone, Input.Culture), cancellation) : null;
        if (problem is not null || !ModelState.IsValid)
        {
            Profile = await profiles.FindAsync(this.Actor(), cancellation);
            return this.Refused(problem);
        }

        Response.Cookies.Append("theme", Input.Theme ?? "", new() { MaxAge = TimeSpan.FromDays(400), IsEssential = true, SameSite = SameSiteMode.Lax });
        return Done("Your profile is saved.");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellation) =>
        await sessions.EndAsync(this.Actor(), id, cancellation) ? Done("That browser is signed out.") : NotFound();

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellation)
    {
        await sessions.EndOthersAsync(this.Actor(), SessionId, cancellation);
        return Done("All other browsers are signed out.");
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        await passwords.AskToConfirmAsync(this.Actor(), address.Of(Request, "/account/confirm-email"), cancellation);
        return Done("A link is on its way to your address.");
    }

    private RedirectToPageResult Done(string message)
    {
        TempData["Flash"] = message;
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Write your name."), StringLength(120, ErrorMessage = "Keep the name under 120 characters.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Pick a time zone from the list.")]
        public string TimeZone { get; set; } = "";

        [Required(ErrorMessage = "Pick a language format from the list.")]
        public string Culture { get; set; } = "";

        [RegularExpression("light|dark", ErrorMessage = "Pick a look from the list.")]
        public string? Theme { get; set; }
    }
}
