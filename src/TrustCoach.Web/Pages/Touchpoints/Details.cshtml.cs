using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Ripples;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Ripples;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>What was logged, what counts of it, and every version with who, when and why.</summary>
[Needs(Thing.Touchpoint, Act.See)]
public sealed class DetailsModel(TouchpointQuery query, Viewer viewer) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [new(Of.Touchpoint.RepId, Of.Rep, EvidencePage.Touchpoint, Of.Touchpoint.Id)];

    public TouchpointPage Of { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    public bool AwaitsOutcome => Of.Touchpoint.AwaitsOutcome(viewer.Now);

    public bool IsPlan => Of.Touchpoint.Outcome == Domain.Touchpoints.Outcome.Pending;

    /// <summary>The breach of which people may hear: the gravest that counts, no plan and nothing disputed or withdrawn.</summary>
    public RippleOf? Breach => Of.Touchpoint.VoidedAt is null
        && Ripple.Gravest(Of.Evidence.Where(e => e.Status == LedgerStatus.Counted).Select(e => e.Kind)) is { } kind
            ? new(Of.Touchpoint.CustomerId, kind, Of.Touchpoint.Id) : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.RunAsync(this.Actor(), id, cancellation) is not { } found)
            return NotFound();
        (Of, MayEdit) = (found, this.Actor().May(Thing.Touchpoint, Act.Edit) && found.Touchpoint.VoidedAt is null);
        return Page();
    }
}
