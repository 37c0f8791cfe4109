using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Scoring;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>What if these promises are kept by Friday, and what would move it most? A projection, nothing is stored.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class WhatIfModel(WhatIfQuery projections) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [WhyWords.Opened(Of.Of)];

    [BindProperty(SupportsGet = true)] public DateOnly? By { get; set; }

    [BindProperty(SupportsGet = true)] public int? Met { get; set; }

    public WhatIfPage Of { get; private set; } = null!;

    /// <param name="kept">The promises ticked; all of them while nobody has chosen.</param>
    /// <param name="chosen">True once the form was sent: then none ticked means none.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, string? score, Guid[] kept, bool chosen, CancellationToken cancellation)
    {
        var asked = new WhatIfAsked(id, rep, WhyWords.Score(score), By, chosen ? kept.ToHashSet() : null, Met);
        if (await projections.RunAsync(this.Actor(), asked, cancellation) is not { } of)
            return NotFound();
        Of = of;
        if (ModelState.IsValid && of.Problem is null)
        {
            (By, Met) = (of.By, of.Met);
            ModelState.Clear();
        }

        return this.ReadDay(of.Problem?.Field ?? "", of.Problem?.Message);
    }
}
