using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Repairs;
using TrustCoach.Services.Ripples;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Repairs;

/// <summary>How do I put this right? The breach in one line, the next small promise, four steps and what they do to the scores.</summary>
[Needs(Thing.RepairPlan, Act.See)]
public sealed class PlanModel(RepairPlanQuery query, RepairPlanService plans, Viewer viewer) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [new(Of.Of.Relationship.RepId, Of.Of.Relationship.RepName, EvidencePage.Repair, Of.EntryId)];

    public RepairPage Of { get; private set; } = null!;

    public Viewer Viewer => viewer;

    /// <summary>The steps can be done: the reader's own, and nothing has closed the plan.</summary>
    public bool IsOpen => Of.MayEdit && Of.State is (RepairState.Open or RepairState.Held);

    /// <summary>The breach of which people may hear; null while it is disputed, and when it no longer counts.</summary>
    public RippleOf? Breach => Of.State is RepairState.Gone or RepairState.Held ? null : new(Of.Of.CustomerId, Of.Kind, Of.Fact?.TouchpointId);

    public bool MayGiveUp => Of is { MayEdit: true, State: RepairState.Open, Plan: not null };

    [BindProperty] public RepairForm Apology { get; set; } = new();

    [BindProperty] public RepairForm MakeGood { get; set; } = new();

    [BindProperty] public ChangeForm Change { get; set; } = new();

    [BindProperty] public SmallPromiseForm Promise { get; set; } = new();

    [BindProperty] public CheckForm Check { get; set; } = new();

    [BindProperty] public AskedForm Asked { get; set; } = new();

    [BindProperty] public GiveUpForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostApologizeAsync(Guid id, [FromServices] TouchpointService touchpoints, CancellationToken cancellation) =>
        DoAsync(id, nameof(Apology), "The apology is logged.", actor => RepairAsync(actor, id, Apology, RepairKind.Apology, touchpoints, cancellation), cancellation);

    public Task<IActionResult> OnPostMakeGoodAsync(Guid id, [FromServices] TouchpointService touchpoints, CancellationToken cancellation) =>
        DoAsync(id, nameof(MakeGood), "What you did is logged.", actor => RepairAsync(actor, id, MakeGood, RepairKind.MakeGood, touchpoints, cancellation), cancellation);

    public Task<IActionResult> OnPostChangeAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, nameof(Change), "Saved.", actor => ProblemOfAsync(plans.SayWhatChangesAsync(actor, id, Change.Change, Change.Version, cancellation)), cancellation);

    public Task<IActionResult> OnPostPromiseAsync(Guid id, [FromServices] PromiseService promises, CancellationToken cancellation) =>
        DoAsync(id, nameof(Promise), "Promised. Keep it in time.", async actor =>
            await ProblemOfAsync(plans.StartAsync(actor, id, cancellation)) ?? ProblemOf(await promises.MakeAsync(actor, Promise.ToCommand(Of), cancellation)), cancellation);

    public Task<IActionResult> OnPostPlanCheckAsync(Guid id, [FromServices] TouchpointService touchpoints, CancellationToken cancellation) =>
        DoAsync(id, nameof(Check), "Planned.", async actor =>
        {
            var command = Check.ToCommand(Of, viewer);
            if (Check.HappenedAt is null || command.Details.HappenedAt <= viewer.Now)
                return new Problem(nameof(Check.HappenedAt), "Pick a day and an hour to come.");
            return await ProblemOfAsync(plans.StartAsync(actor, id, cancellation)) ?? ProblemOf(await touchpoints.LogAsync(actor, command, cancellation));
        }, cancellation);

    public Task<IActionResult> OnPostAskedAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, nameof(Asked), "Noted.", actor => ProblemOfAsync(plans.NoteAskedAsync(actor, id, Asked.Answer, cancellation)), cancellation);

    public Task<IActionResult> OnPostGiveUpAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, nameof(Input), "Given up. What was done stays.", actor => ProblemOfAsync(plans.GiveUpAsync(actor, id, Input.Reason, cancellation)), cancellation);

    public Task<IActionResult> OnPostTakeUpAgainAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, nameof(Input), "Taken up again.", actor => ProblemOfAsync(plans.TakeUpAgainAsync(actor, id, cancellation)), cancellation);

    private async Task<Problem?> RepairAsync(Actor actor, Guid id, RepairForm form, RepairKind kind, TouchpointService touchpoints, CancellationToken cancellation)
    {
        if (await ProblemOfAsync(plans.StartAsync(actor, id, cancellation)) is { } unstarted)
            return unstarted;
        var logged = await touchpoints.LogAsync(actor, form.ToCommand(Of, kind, viewer), cancellation);
        if (logged.Refused(out var problem, out var done))
            return problem.Field == nameof(Touchpoint.Repairs) ? new(nameof(form.HappenedAt), "That is before it happened. Pick a later moment.") : problem;
        TempData["UndoUrl"] = Url.Page("/Touchpoints/Undo", new { id = done.TouchpointId, returnUrl = $"/repairs/{id}" });
        return null;
    }

    private async Task<IActionResult> DoAsync(Guid id, string form, string done, Func<Actor, Task<Problem?>> act, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || !Of.MayEdit)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (await act(this.Actor()) is { } problem)
            return this.Refused(problem, form);
        TempData["Flash"] = done;
        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.RunAsync(this.Actor(), id, cancellation) is not { } of)
            return false;
        Of = of;
        Guid Key(Guid known) => known == Guid.Empty ? Guid.CreateVersion7(viewer.Now) : known;
        (Apology.Key, MakeGood.Key, Promise.Key, Check.Key) = (Key(Apology.Key), Key(MakeGood.Key), Key(Promise.Key), Key(Check.Key));
        Change.Change ??= of.Plan?.Change;
        if (Request.Method == HttpMethods.Get)
            Change.Version = of.Plan?.Version ?? 0;
        return true;
    }

    private static async Task<Problem?> ProblemOfAsync(Task<Result<Guid>?> changing) =>
        await changing is { } changed ? ProblemOf(changed) : new Problem("", "The breach is not there any more: nothing is left to put right.");

    private static Problem? ProblemOf<T>(Result<T> changed) => changed.Refused(out var problem, out _) ? problem : null;
}
