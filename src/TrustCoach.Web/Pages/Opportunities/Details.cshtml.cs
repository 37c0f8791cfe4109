using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Opportunities;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Pages.Customers;

namespace TrustCoach.Web.Pages.Opportunities;

/// <summary>One opportunity: what it says, to be changed, and the credibility on the day of its offer.</summary>
[Needs(Thing.Opportunity, Act.See)]
public sealed class DetailsModel(OpportunitiesQuery query, OpportunityService opportunities, CustomerFormsQuery forms, Viewer viewer) : OpportunityFormPage
{
    public OpportunityPage Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var row = Of.Row;
        Input = new()
        {
            Version = Of.Version,
            Name = row.Name,
            // Without the zeros the database fills up: 15480, not 15480.00.
            Value = row.Value / 1.000000000000000000000000000m,
            Stage = row.Stage,
            OpenedOn = row.OpenedOn,
            OfferedOn = row.OfferedOn,
            ClosedOn = row.ClosedOn,
            DecidedBy = row.DecidedBy,
            Words = row.Words,
            CauseId = Of.CauseId,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || !Of.MayEdit)
            return NotFound();
        return ModelState.IsValid
            ? Answer(await opportunities.ChangeAsync(this.Actor(), new(id, Input.Version, Input.ToDetails()), cancellation), "Saved.")
            : this.Refused();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || !Of.MayEdit)
            return NotFound();
        return Answer(await opportunities.WithdrawAsync(this.Actor(), id, Input.Version, cancellation), "Withdrawn: it is in no list any more.");
    }

    private IActionResult Answer(Result<Guid>? done, string flash)
    {
        if (done is not { } answer)
            return NotFound();
        if (answer.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = flash;
        return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.OfAsync(this.Actor(), id, cancellation) is not { } of)
            return false;
        Of = of;
        Causes = of.MayEdit ? CustomerWords.Causes(await forms.CausesAsync(this.Actor(), of.RelationshipId, cancellation), viewer.Culture) : [];
        return true;
    }
}
