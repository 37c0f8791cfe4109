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

/// <summary>A promise of a rep and a manager to each other: kept, moved in time with the other's consent, or let go.</summary>
[Needs(Thing.Coaching, Act.Edit)]
public sealed class PromiseModel(AgreedPromiseQuery query, AgreedPromiseService promises) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public AgreedPromisePage Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken cancellation) =>
        await AnswerAsync(id, await promises.KeepAsync(this.Actor(), id, cancellation), "Kept.", cancellation);

    public async Task<IActionResult> OnPostAskAsync(Guid id, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await LoadAsync(id, cancellation) ? this.Refused() : NotFound();
        return await AnswerAsync(
            id, await promises.AskForDayAsync(this.Actor(), id, Input.DueDay?.Meant?.Day, Input.Reason, cancellation), "Asked for. The day stands until the other agrees.", cancellation);
    }

    public async Task<IActionResult> OnPostAgreeAsync(Guid id, DateOnly asked, CancellationToken cancellation) =>
        await AnswerAsync(id, await promises.AnswerAsync(this.Actor(), id, true, asked, cancellation), "Agreed: the new day stands.", cancellation);

    public async Task<IActionResult> OnPostRefuseAsync(Guid id, DateOnly asked, CancellationToken cancellation) =>
        await AnswerAsync(id, await promises.AnswerAsync(this.Actor(), id, false, asked, cancellation), "The old day stands.", cancellation);

    public async Task<IActionResult> OnPostLetGoAsync(Guid id, CancellationToken cancellation) =>
        await AnswerAsync(id, await promises.LetGoAsync(this.Actor(), id, cancellation), "Let go.", cancellation);

    private async Task<IActionResult> AnswerAsync(Guid id, Result<AgreedDone>? changed, string done, CancellationToken cancellation)
    {
        if (changed is not { } result || !await LoadAsync(id, cancellation))
            return NotFound();
        if (result.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = done;
        return RedirectToPage(new { id });
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
        [AskedFor(DateUse.Deadline)] public TypedDate? DueDay { get; set; }

        [StringLength(CoachingPromise.ReasonMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Reason { get; set; }
    }
}
