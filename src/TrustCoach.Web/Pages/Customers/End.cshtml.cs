using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Services.Customers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>Ends a relationship with its reason, or takes it up again.</summary>
[Needs(Thing.Customer, Act.Edit)]
public sealed class EndModel(RelationshipService relationships, CustomerFormsQuery forms, Viewer viewer) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public CustomerForm Of { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Causes { get; private set; } = [];

    public static IReadOnlyList<SelectListItem> Ends { get; } =
    [
        new("Trust was gone", nameof(RelationshipEnd.LostOnTrust)) { Group = new() { Name = "They left because of something we did" } },
        new("Another reason", nameof(RelationshipEnd.Other)) { Group = new() { Name = "Project over, budget, moved away" } },
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, CancellationToken cancellation) =>
        await LoadAsync(id, rep, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? rep, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, rep, cancellation))
            return NotFound();
        var done = await relationships.EndAsync(this.Actor(), new(Of.Relationship!.Id, Input.End, Input.CauseId), cancellation);
        if (done is null)
            return NotFound();
        if (done.Value.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = $"The relationship with {Of.Customer.Name} has ended. Its history stays.";
        TempData["UndoUrl"] = Url.Page("End", "Reopen", new { id, relationshipId = Of.Relationship.Id });
        return Redirect(ListReturn.Url(Request));
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, Guid relationshipId, CancellationToken cancellation)
    {
        if (await relationships.ReopenAsync(this.Actor(), relationshipId, cancellation) is null)
            return NotFound();
        TempData["Flash"] = "Taken up again, with all its history.";
        return RedirectToPage("Details", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, Guid? rep, CancellationToken cancellation)
    {
        var of = await forms.OfAsync(this.Actor(), id, rep, Act.Edit, cancellation);
        Of = of!;
        if (of?.Relationship is not { Ended: false } relationship)
            return false;
        Causes = CustomerWords.Causes(await forms.CausesAsync(this.Actor(), relationship.Id, cancellation), viewer.Culture);
        return true;
    }

    public sealed class Form
    {
        public RelationshipEnd? End { get; set; }

        public Guid? CauseId { get; set; }
    }
}
