using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Goals;
using TrustCoach.Domain.People;
using TrustCoach.Services.Goals;
using TrustCoach.Services.People;
using TrustCoach.Web.Charts;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Pages.Repairs;

namespace TrustCoach.Web.Pages.Goals;

/// <summary>One goal: how it goes, and what was made of it.</summary>
[Needs(Thing.Goal, Act.See)]
public sealed class DetailsModel(GoalBook goals, GoalService service, Viewer viewer) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [new(Of.Rep.Id, Of.Rep.Name, EvidencePage.Goal, Of.Line.Goal.Id)];

    [BindProperty] public Form Input { get; set; } = new();

    public GoalPage Of { get; private set; } = null!;

    public Viewer Viewer => viewer;

    public IReadOnlyList<CourseStep> Course => [.. Of.Course.Select(week => new CourseStep(
        $"Week from {RepairWords.Day(week.Days.From, viewer)}", week.Count.Done, week.Count.Of, GoalWords.Counted(Of.Line.Goal.Id, week: week.Days.From)))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Input.Reflection = Of.Line.Goal.Reflection;
        return Page();
    }

    public Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken cancellation) => DoAsync(
        id, "Agreed. It runs from today.", actor => service.AgreeAsync(actor, id, Input.Version, cancellation), cancellation);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancellation) => DoAsync(
        id, "Said. They read what you would rather aim at.", actor => service.DeclineAsync(actor, id, Input.Version, Input.Reason, cancellation), cancellation);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation) => DoAsync(
        id, "Taken back.", actor => service.WithdrawAsync(actor, id, Input.Version, cancellation), cancellation);

    public Task<IActionResult> OnPostGiveUpAsync(Guid id, CancellationToken cancellation) => DoAsync(
        id, "Given up. What was counted stays.", actor => service.GiveUpAsync(actor, id, Input.Version, Input.Reason, cancellation), cancellation);

    public Task<IActionResult> OnPostProlongAsync(Guid id, CancellationToken cancellation) => DoAsync(
        id, "Prolonged.", actor => service.ProlongAsync(actor, id, Input.Version, Input.Weeks, cancellation), cancellation);

    public Task<IActionResult> OnPostReflectAsync(Guid id, CancellationToken cancellation) => DoAsync(
        id, "Saved.", actor => service.ReflectAsync(actor, id, Input.Version, Input.Reflection, cancellation), cancellation);

    private async Task<IActionResult> DoAsync(Guid id, string done, Func<Actor, Task<Result<Guid>?>> act, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (await act(this.Actor()) is not { } changed)
            return NotFound();
        if (changed.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = done;
        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation) => (Of = (await goals.OneAsync(this.Actor(), id, cancellation))!) is not null;

    public sealed class Form
    {
        /// <summary>The version of the goal the person has before their eyes.</summary>
        public int Version { get; set; }

        [StringLength(Goal.WordsMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Reason { get; set; }

        public int? Weeks { get; set; }

        [StringLength(Goal.WordsMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Reflection { get; set; }
    }
}
