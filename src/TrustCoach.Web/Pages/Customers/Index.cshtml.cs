using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Customers;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>The list of customers: found by name with typing errors, filtered, sorted, page by page.</summary>
[Needs(Thing.Customer, Act.See)]
public sealed class IndexModel(CustomersQuery customers, RepChoicesQuery reps) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    [BindProperty(SupportsGet = true)] public CustomerShow Show { get; set; }

    [BindProperty(SupportsGet = true)] public Stage? Stage { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? Rep { get; set; }

    [BindProperty(SupportsGet = true)] public CustomerSort Sort { get; set; }

    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public CustomersPage Found { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Reps { get; private set; } = [];

    public bool MayAdd => this.Actor().May(Thing.Customer, Act.Edit);

    public bool SeesScores => this.Actor().May(Thing.Score, Act.See);

    /// <summary>A rep's own scores over time; null for who is none.</summary>
    public string? MyHistoryUrl => this.Actor().Roles.HasFlag(Roles.Rep) ? $"/reps/{this.Actor().PersonId}/history" : null;

    public bool SeesReps => this.Actor().Reach(Thing.Customer, Act.See) != Reach.Own;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Show != CustomerShow.Current || Stage is not null || Rep is not null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        // An address that was typed or grown old asks for something; what cannot be read of it asks for nothing.
        if (!ModelState.IsValid)
            ModelState.Clear();
        var actor = this.Actor();
        Found = await customers.RunAsync(actor, new(Q, Show, Stage, Rep, Sort, After), cancellation);
        Reps = [.. (await reps.RunAsync(actor, Act.See, cancellation)).Select(r => new SelectListItem(r.Name, r.Id.ToString()))];
        ListReturn.Keep(HttpContext);
    }

    /// <summary>What a head of the table says to those who hear it.</summary>
    public string? Sorted(CustomerSort sort) => Sort == sort ? sort is CustomerSort.Name or CustomerSort.Quiet ? "ascending" : "descending" : null;
}
