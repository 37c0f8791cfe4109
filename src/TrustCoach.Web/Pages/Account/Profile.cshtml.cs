using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Account;

[Needs(Thing.Profile, Act.Edit)]
public sealed class ProfileModel(ProfileService profiles, SessionService sessions, PasswordService passwords, ReminderService reminders, AppAddress address) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public Profile Profile { get; private set; } = null!;

    public ReminderSetting Reminder { get; private set; } = null!;

    /// <summary>Somebody who gives promises can be reminded of them.</summary>
    public bool MayPromise => this.Actor().May(Thing.Promise, Act.Log);

    /// <summary>Somebody whose days the app begins has a week to tell of.</summary>
    public bool MayHaveDigest => this.Actor().May(Thing.Today, Act.See);

    /// <summary>When to be reminded, on the person's own clock; null for never.</summary>
    [BindProperty] public int? Hour { get; set; }

    public IEnumerable<SelectListItem> Hours => Enumerable.Range(0, PromiseReminder.LatestHour + 1).Select(hour => new SelectListItem(Clock(hour), $"{hour}"));

    public Guid? SessionId => SignInCookie.SessionOf(User);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Input = Shown();
        Hour = Reminder.Hour;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var problem = ModelState.IsValid ? await profiles.ChangeAsync(this.Actor(), new(Input.Name, Input.TimeZone, Input.Culture), cancellation) : null;
        if (problem is not null || !ModelState.IsValid)
        {
            await LoadAsync(cancellation);
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

    public async Task<IActionResult> OnPostReminderAsync(CancellationToken cancellation)
    {
        if (!MayPromise)
            return NotFound();
        var typed = ModelState[nameof(Hour)]?.Errors.Count > 0 ? -1 : Hour;
        // Only the hour was sent: what the other form asks for is not missing.
        ModelState.Clear();
        if (await reminders.SetAsync(this.Actor(), typed, cancellation) is not { } problem)
            return Done(Hour is null ? "No more reminders." : $"You are reminded at {Clock(Hour.Value)}, once a day at most.");
        await LoadAsync(cancellation);
        Input = Shown();
        ModelState.AddModelError(problem.Field, problem.Message);
        return this.Refused();
    }

    private string Clock(int hour) => new TimeOnly(hour, 0).ToString("t", this.Actor().Culture);

    private Form Shown() => new() { Name = Profile.Name, TimeZone = Profile.TimeZone, Culture = Profile.Culture, Theme = Request.Cookies["theme"] };

    private async Task LoadAsync(CancellationToken cancellation) =>
        (Profile, Reminder) = (await profiles.FindAsync(this.Actor(), cancellation), await reminders.FindAsync(this.Actor(), cancellation));

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
