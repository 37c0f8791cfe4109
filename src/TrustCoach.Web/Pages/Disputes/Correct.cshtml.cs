using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Disputes;

/// <summary>Corrects how a disputed promise was closed; the correction answers the dispute. A touchpoint is corrected on its own page.</summary>
[Needs(Thing.Dispute, Act.Edit)]
public sealed class CorrectModel(DisputeQuery query, PromiseService promises) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public DisputePage Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        var command = Input.ToCommand(Of.Event, new(id, this.DisputeLink()), this.Actor().Zone);
        if (await promises.CorrectAsync(this.Actor(), command, cancellation) is not { } corrected)
            return NotFound();
        if (corrected.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = "Corrected, and the dispute is answered.";
        return RedirectToPage("Details", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.RunAsync(this.Actor(), id, cancellation) is not { MayAnswer: true, Event: { PromiseId: not null, MaySee: true, IsCorrectable: true } } of)
            return false;
        Of = of;
        return true;
    }

    public sealed class Form
    {
        [AskedFor(DateUse.Past)] public TypedDate? At { get; set; }

        public bool Exceeded { get; set; }

        [StringLength(Promise.ReasonMaxLength, ErrorMessage = "Keep it to {1} characters.")]
        public string? Reason { get; set; }

        /// <summary>A day without an hour is its noon: neither midnight can move it to another day.</summary>
        public CorrectPromise ToCommand(DisputedEvent of, ByDispute dispute, TimeZoneInfo zone) => new(
            of.PromiseId!.Value, of.Id, At?.Meant?.At(zone, new(12, 0)), Exceeded, Reason, dispute);
    }
}
