using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>Closes the day: how each planned encounter that has begun went, all with one press, and what comes next.</summary>
[Needs(Thing.Touchpoint, Act.Edit)]
public sealed class DayModel(PlansQuery plans, ClosingDay closing, Viewer viewer) : PageModel
{
    private const int DaysAhead = 7;

    [BindProperty] public DayForm Input { get; set; } = new();

    public Plans Awaiting { get; private set; } = null!;

    /// <summary>What begins in the next seven days.</summary>
    public Plans Coming { get; private set; } = null!;

    /// <summary>What was saved of a form that is shown again.</summary>
    public DayDone Done { get; private set; } = new(0, []);

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Input.Rows.Count > PlansQuery.Most)
            return BadRequest();
        if (await closing.SaveAsync(this.Actor(), Input, ModelState, cancellation) is not { } done)
            return NotFound();
        Done = done;
        await LoadAsync(cancellation);
        if (ModelState.IsValid && done is { Said: 0, Told.Count: 0 })
            return this.Refused(new Problem("", "Say of at least one how it went."), "");
        if (!ModelState.IsValid || done.Told.Count > 0)
            return this.Refused();
        TempData["Flash"] = $"{Promises.PromiseWords.Capital(Counted.Of(done.Said, "encounter", "encounters"))} closed.";
        return Awaiting.Rows.Count == 0 ? RedirectToPage("/Index") : RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var (actor, now) = (this.Actor(), viewer.Now);
        Awaiting = await plans.AwaitingAsync(actor, now, cancellation);
        Coming = await plans.ComingAsync(actor, now, Days.EndOf(viewer.Today.AddDays(DaysAhead), viewer.Zone), PlansQuery.Most, cancellation);
        foreach (var plan in Awaiting.Rows)
            Input.Rows.TryAdd(plan.TouchpointId, new());
    }
}
