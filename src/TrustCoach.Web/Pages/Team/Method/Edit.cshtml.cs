using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.People;
using TrustCoach.Services.Method;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Team.Method;

/// <summary>Words the team's card anew. Adding, moving and removing change the form alone; publishing makes a version.</summary>
[Needs(Thing.MethodCard, Act.Edit)]
public sealed class EditModel(MethodQuery method, MethodCardService cards) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public MethodPage Of { get; private set; } = null!;

    /// <summary>Somebody published meanwhile: their version is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }

    /// <summary>The step that was added or moved last, from 0.</summary>
    public int? At { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Input = new() { BasedOn = Of.Card.Number, Steps = [.. Of.Card.Steps.Select(s => new StepForm { Id = s.Id, Name = s.Name, How = s.How })] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return ShowAgain(null);
        if (await cards.PublishAsync(this.Actor(), Input.ToCommand(id), cancellation) is not { } published)
            return NotFound();
        if (published.Refused(out var problem, out var number))
            return ShowAgain(problem);
        TempData["Flash"] = number == Of.Card.Number
            ? "Nothing differs from the card as it stands." : $"Version {number} is published. Your reps have it from now on.";
        return RedirectToPage("Index", new { id });
    }

    public Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancellation) => ArrangeAsync(id, Input.Steps.Count, steps =>
    {
        if (steps.Count < MethodCard.MostSteps)
            steps.Add(new StepForm());
    }, cancellation);

    /// <param name="at">Which step, from 0.</param>
    public Task<IActionResult> OnPostRemoveAsync(Guid id, int at, CancellationToken cancellation) => ArrangeAsync(id, at, steps =>
    {
        if (at >= 0 && at < steps.Count)
            steps.RemoveAt(at);
    }, cancellation);

    /// <param name="at">Which step, from 0.</param>
    /// <param name="by">-1 up, 1 down.</param>
    public Task<IActionResult> OnPostMoveAsync(Guid id, int at, int by, CancellationToken cancellation) => ArrangeAsync(id, at + Math.Sign(by), steps =>
    {
        var to = at + Math.Sign(by);
        if (at >= 0 && to >= 0 && at < steps.Count && to < steps.Count)
            (steps[at], steps[to]) = (steps[to], steps[at]);
    }, cancellation);

    /// <summary>Where a button of a step leads; the fragment brings the reader back to the step.</summary>
    public static string Step(string handler, int at, int by = 0) =>
        $"?handler={handler}&at={at}{(by == 0 ? "" : $"&by={by}")}#step-{Math.Max(1, at + by + 1)}";

    /// <summary>It stands on the card as it is, so that it can be said to be another one.</summary>
    public bool IsKnown(Guid? id) => id is { } known && Of.Card.Has(known);

    private async Task<IActionResult> ArrangeAsync(Guid id, int at, Action<List<StepForm>> arrange, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        arrange(Input.Steps);
        ModelState.Clear();
        At = Math.Clamp(at, 0, Math.Max(0, Input.Steps.Count - 1));
        return Page();
    }

    private PageResult ShowAgain(Problem? problem)
    {
        IsStale = Input.BasedOn != Of.Card.Number;
        // The next attempt is based on the version that is shown now.
        Input.BasedOn = Of.Card.Number;
        return this.Refused(problem);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation) => (Of = (await method.CardAsync(this.Actor(), id, cancellation))!) is not null;

    /// <summary>The card as it is being written.</summary>
    public sealed class Form
    {
        /// <summary>The number of the version the manager began from.</summary>
        public int BasedOn { get; set; }

        [MaxLength(20, ErrorMessage = "A card has at most seven steps.")] public List<StepForm> Steps { get; set; } = [];

        public PublishCard ToCommand(Guid teamId) => new(teamId, BasedOn, Steps.ConvertAll(s => new StepDraft(s.Another ? null : s.Id, s.Name, s.How)));
    }

    public sealed class StepForm
    {
        /// <summary>The step it words anew; null for a new one.</summary>
        public Guid? Id { get; set; }

        [StringLength(MethodStep.NameMaxLength, ErrorMessage = "Keep the name to {1} characters.")] public string? Name { get; set; }

        [StringLength(MethodStep.HowMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? How { get; set; }

        /// <summary>Not other words for the same step, but another step.</summary>
        public bool Another { get; set; }
    }
}
