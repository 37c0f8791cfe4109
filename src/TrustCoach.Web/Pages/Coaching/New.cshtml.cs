using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Coaching;

/// <summary>Plans a session with a rep one coaches.</summary>
[Needs(Thing.Coaching, Act.Log)]
public sealed class NewModel(CoachingSessionService sessions, CoachedRepsQuery reps, Viewer viewer) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Reps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? rep, CancellationToken cancellation)
    {
        if (rep is { } planned && await reps.PlannedAsync(this.Actor(), planned, cancellation) is { } session)
            return RedirectToPage("Session", new { id = session });
        await LoadAsync(cancellation);
        if (rep is { } id && !Reps.Any(r => r.Value == id.ToString()))
            return NotFound();
        (Input.RepId, Input.EveryWeeks) = (rep, 2);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!ModelState.IsValid)
            return this.Refused();
        if (await sessions.PlanAsync(this.Actor(), Input.ToCommand(viewer), cancellation) is not { } planned)
            return NotFound();
        if (planned.Refused(out var problem, out var done))
            return this.Refused(problem);
        TempData["Flash"] = done.Already ? "It is planned already." : "Planned.";
        return RedirectToPage("Session", new { id = done.SessionId });
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        Reps = [.. (await reps.RunAsync(this.Actor(), cancellation)).Select(r => new SelectListItem(r.Name, r.Id.ToString()))];

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose a rep.")]
        public Guid? RepId { get; set; }

        [AskedFor(DateUse.Plan), Required(ErrorMessage = "Say when.")] public TypedDate? PlannedAt { get; set; }

        public int EveryWeeks { get; set; }

        public PlanSession ToCommand(Viewer viewer) => new(RepId!.Value, PlannedAt!.Meant!.Value.At(viewer.Zone, new(9, 0)), EveryWeeks);
    }
}
