using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Goals;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Practice;
using TrustCoach.Services.Goals;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Pages.Promises;

namespace TrustCoach.Web.Pages.Goals;

/// <summary>Sets a goal for oneself, or proposes one to a rep.</summary>
[Needs(Thing.Goal, Act.Log)]
public sealed class NewModel(GoalBook goals, GoalService service, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid? Rep { get; set; }

    [BindProperty] public Form Input { get; set; } = new();

    public GoalChoices Of { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Behaviours => [.. Of.Lately.Select(now => new SelectListItem(
        $"{PromiseWords.Capital(now.Facts.Of)} {now.Facts.Done}", now.Facts.Habit.ToString()) { Group = new() { Name = GoalWords.Lately(now) } })];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Input.Key = Guid.CreateVersion7(viewer.Now);
        return await LoadAsync(cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (await service.ProposeAsync(this.Actor(), new(Input.Key, Of.Rep.Id, Input.ToTarget()), cancellation) is not { } proposed)
            return NotFound();
        if (proposed.Refused(out var problem, out var id))
            return this.Refused(problem);
        TempData["Flash"] = Of.Rep.IsOwn ? "Set. It runs from today." : $"Proposed. It runs once {Of.Rep.Name} agrees.";
        return RedirectToPage("Details", new { id });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation) =>
        (Of = (await goals.ChoicesAsync(this.Actor(), Rep ?? this.Actor().PersonId, cancellation))!) is not null;

    public sealed class Form
    {
        /// <summary>Made with the form: sent twice, it proposes one goal.</summary>
        public Guid Key { get; set; }

        public Habit? Behaviour { get; set; }

        public int? Done { get; set; } = 8;

        public int? Of { get; set; } = 10;

        public int? Weeks { get; set; } = 4;

        [StringLength(Goal.WordsMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Why { get; set; }

        public GoalTarget ToTarget() => new(Behaviour, Done, Of, Weeks, Why);
    }
}
