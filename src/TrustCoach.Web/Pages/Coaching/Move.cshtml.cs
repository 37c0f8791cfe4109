using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Coaching;

/// <summary>Moves a planned session, changes how often the two meet, or cancels it.</summary>
[Needs(Thing.Coaching, Act.Edit)]
public sealed class MoveModel(SessionQuery query, CoachingSessionService sessions, Viewer viewer) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty] public CancelForm Cancel { get; set; } = new();

    public SessionPage Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (Of is not { MayWrite: true, Session.State: SessionState.Planned })
            return RedirectToPage("Session", new { id });
        Input = new() { PlannedAt = TypedDate.Of(DayAndHour.Of(Of.Session.PlannedAt, viewer.Zone), viewer.Culture), EveryWeeks = Of.Session.EveryWeeks };
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (Input.PlannedAt is null)
            ModelState.TryAddModelError("Input.PlannedAt", "Say when.");
        if (!ModelState.IsValid)
            return this.Refused();
        var command = new MoveSession(id, Input.PlannedAt!.Meant!.Value.At(viewer.Zone, new(9, 0)), Input.EveryWeeks, Input.Version);
        return await AnswerAsync(id, await sessions.MoveAsync(this.Actor(), command, cancellation), nameof(Input), "Saved.", cancellation);
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation)
            ? await AnswerAsync(id, await sessions.CancelAsync(this.Actor(), id, Cancel.Reason, cancellation), nameof(Cancel), "Cancelled. Its agenda waits for the next one.", cancellation)
            : NotFound();

    private async Task<IActionResult> AnswerAsync(Guid id, Result<SessionDone>? changed, string form, string done, CancellationToken cancellation)
    {
        if (changed is not { } result)
            return NotFound();
        if (result.Refused(out var problem, out _))
        {
            await LoadAsync(id, cancellation);
            return this.Refused(problem, form);
        }

        TempData["Flash"] = done;
        return RedirectToPage("Session", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.RunAsync(this.Actor(), id, cancellation) is not { } of)
            return false;
        Of = of;
        return true;
    }

    public sealed class Form
    {
        [AskedFor(DateUse.Plan)] public TypedDate? PlannedAt { get; set; }

        public int EveryWeeks { get; set; }

        /// <summary>The version of the session that the person had before their eyes.</summary>
        public int Version { get; set; }
    }

    public sealed class CancelForm
    {
        [StringLength(CoachingSession.ReasonMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Reason { get; set; }
    }
}
