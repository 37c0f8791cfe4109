using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Scoring;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.History;

/// <summary>A rep's typical scores, week by week, as they were known when each week closed.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class RepModel(GroupHistoryQuery histories) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [new(Of.Id, Of.Name, EvidencePage.Numbers, Of.Id)];

    public GroupHistory Of { get; private set; } = null!;

    public bool MayOpenRep => this.Actor().May(Thing.RepPage, Act.See) && !Of.IsOwn;

    public async Task<IActionResult> OnGetAsync(Guid id, string? weeks, CancellationToken cancellation)
    {
        if (await histories.OfRepAsync(this.Actor(), id, weeks, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid id, string? weeks, CancellationToken cancellation) =>
        await OnGetAsync(id, weeks, cancellation) is PageResult ? this.Csv(new HistoryView(Of.Name, "", Of.History).Sheet) : NotFound();
}
