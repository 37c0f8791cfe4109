using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Opportunities;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Pages.Customers;

namespace TrustCoach.Web.Pages.Opportunities;

/// <summary>Opens an opportunity with a customer.</summary>
[Needs(Thing.Opportunity, Act.Edit)]
public sealed class NewModel(OpportunityService opportunities, PromisesQuery relationships, CustomerFormsQuery forms, Viewer viewer) : OpportunityFormPage
{
    [BindProperty(SupportsGet = true)] public Guid? Customer { get; set; }

    /// <summary>Whose relationship with the customer, for those who see several.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Rep { get; set; }

    public IReadOnlyList<SelectListItem> Relationships { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var chosen = (await relationships.ChoicesAsync(this.Actor(), Customer, cancellation)).FindAll(c => c.CustomerId == Customer);
        (Input.Key, Input.OpenedOn, Input.Stage) = (Guid.CreateVersion7(viewer.Now), this.Actor().Today(viewer.Now), OpportunityStage.OpenTalks);
        Input.RelationshipId = (chosen.Find(c => c.RepId == Rep) ?? chosen.Find(c => c.Rep is null) ?? (chosen.Count == 1 ? chosen[0] : null))?.Id;
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!ModelState.IsValid)
            return this.Refused();
        var opened = await opportunities.OpenAsync(this.Actor(), new(Input.Key, Input.RelationshipId, Input.ToDetails()), cancellation);
        if (opened.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = $"Noted: {Input.Name!.Trim()}";
        return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : RedirectToPage("Index");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var choices = await relationships.ChoicesAsync(this.Actor(), Customer, cancellation);
        Relationships = [.. choices.Select(c => new SelectListItem(c.Rep is null ? c.Customer : $"{c.Customer} ({c.Rep})", c.Id.ToString()))];
        if (Input.RelationshipId is { } id)
            Causes = CustomerWords.Causes(await forms.CausesAsync(this.Actor(), id, cancellation), viewer.Culture);
    }
}
