using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Customers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>Gives a customer to another rep, after saying what goes along and what stays.</summary>
[Needs(Thing.Customer, Act.HandOver)]
public sealed class HandOverModel(RelationshipService relationships, CustomerFormsQuery forms, RepChoicesQuery reps) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public CustomerForm Of { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Reps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, CancellationToken cancellation) =>
        await LoadAsync(id, rep, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? rep, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, rep, cancellation))
            return NotFound();
        var done = await relationships.HandOverAsync(this.Actor(), new(Of.Relationship!.Id, Input.ToRepId, Input.Climate), cancellation);
        if (done is null)
            return NotFound();
        if (done.Value.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = $"{Of.Customer.Name} is handed over to {Reps.First(r => r.Value == Input.ToRepId.ToString()).Text}.";
        return RedirectToPage("Details", new { id, rep = Input.ToRepId });
    }

    private async Task<bool> LoadAsync(Guid id, Guid? rep, CancellationToken cancellation)
    {
        var of = await forms.OfAsync(this.Actor(), id, rep, Act.HandOver, cancellation);
        Of = of!;
        if (of?.Relationship is not { } relationship)
            return false;
        Reps = [.. (await reps.RunAsync(this.Actor(), Act.HandOver, cancellation)).Where(r => r.Id != relationship.RepId)
            .Select(r => new SelectListItem(r.Name, r.Id.ToString()))];
        return true;
    }

    public sealed class Form
    {
        public Guid? ToRepId { get; set; }

        /// <summary>A customer somebody introduces is no cold call.</summary>
        public Climate? Climate { get; set; } = Domain.Scoring.Climate.Existing;
    }
}
