using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Digests;
using TrustCoach.Domain.People;
using TrustCoach.Services.Digests;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Account;

/// <summary>What would I be mailed, and when?</summary>
[Needs(Thing.Today, Act.See)]
public sealed class DigestModel(DigestService digests, DigestQuery weeks) : PageModel
{
    // Monday first; morning, before the week begins.
    private const int UsualHour = 8;

    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    [BindProperty] public Form Input { get; set; } = new();

    public DigestSetting Setting { get; private set; } = null!;

    public Digest? Digest { get; private set; }

    public IEnumerable<SelectListItem> Weekdays => Week.Select(day => new SelectListItem($"{day}", $"{day}"));

    public IEnumerable<SelectListItem> Hours => Enumerable.Range(0, WeeklyDigest.LatestHour + 1).Select(hour => new SelectListItem(Clock(hour), $"{hour}"));

    public string Lead => Setting is { Weekday: { } day, Hour: { } hour }
        ? $"Mailed to you on {day}s at {Clock(hour)}." : "Not mailed yet: choose a day.";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Input = new Form { Weekday = Setting.Weekday, Hour = Setting.Hour ?? UsualHour };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await RefusedAsync(null, cancellation);
        if (Input.Weekday is not { } weekday)
            return await NeverAsync(cancellation);
        if (await digests.SetAsync(this.Actor(), weekday, Input.Hour, cancellation) is { } problem)
            return await RefusedAsync(problem, cancellation);
        return Done($"Your week is mailed to you on {weekday}s at {Clock(Input.Hour)}.");
    }

    private async Task<IActionResult> NeverAsync(CancellationToken cancellation)
    {
        await digests.StopAsync(this.Actor(), cancellation);
        return Done("No weekly digest any more.");
    }

    private async Task<IActionResult> RefusedAsync(Domain.Problem? problem, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return this.Refused(problem);
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        (Setting, Digest) = (await digests.FindAsync(this.Actor(), cancellation), await weeks.RunAsync(this.Actor(), cancellation));

    private string Clock(int hour) => new TimeOnly(hour, 0).ToString("t", this.Actor().Culture);

    private RedirectToPageResult Done(string message)
    {
        TempData["Flash"] = message;
        return RedirectToPage();
    }

    public sealed class Form
    {
        /// <summary>Null for no mail.</summary>
        public DayOfWeek? Weekday { get; set; }

        public int Hour { get; set; }
    }
}
