using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Find;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Pages.Touchpoints;

namespace TrustCoach.Web.Pages.Find;

/// <summary>Where is it? Customers, contacts, promises, touchpoints and pages, of what one may see; on a page and in the sheet.</summary>
[Needs(Thing.Profile, Act.Edit)]
public sealed class IndexModel(FindQuery find, Destinations destinations) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")] public string? Search { get; set; }

    public Found Found { get; private set; } = Found.Nothing;

    public IReadOnlyList<Destination> Pages { get; private set; } = [];

    public IReadOnlyList<FoundCustomer> Recent { get; private set; } = [];

    public bool IsSheet => Request.Headers.ContainsKey(LogModel.SheetHeader);

    public bool IsAsked => !string.IsNullOrWhiteSpace(Search);

    public bool IsEmpty => Found.IsEmpty && Pages.Count == 0;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Search = Search is { Length: > SearchTerm.MaxLength } ? Search[..SearchTerm.MaxLength] : Search;
        Found = await find.RunAsync(this.Actor(), Search, cancellation);
        Pages = destinations.Of(this.Actor(), Search);
        Recent = IsAsked ? [] : await find.RecentAsync(this.Actor(), cancellation);
    }

    /// <summary>What is found while somebody types; the address of the page follows.</summary>
    public async Task<IActionResult> OnGetResultsAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        if (!IsSheet)
            Response.Headers["HX-Replace-Url"] = Url.Page("Index", values: new { q = Search });
        return Partial("_Found", this);
    }
}
