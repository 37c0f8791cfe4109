using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Team;

/// <summary>Which relationships are at risk, and what put them there?</summary>
[Needs(Thing.TeamCredibility, Act.See)]
public sealed class AtRiskModel(AtRiskQuery risks) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => Of.Rows.DistinctBy(row => row.RepId).Select(row => new EvidenceOpened(row.RepId, row.Rep, EvidencePage.AtRisk, row.RepId));

    public AtRiskPage Of { get; private set; } = null!;

    public IReadOnlyList<Crumb> Trail =>
    [
        new(Of.Team.Name, $"/team?team={Of.Team.Id}"),
        .. Of.Rep is { } rep ? [new Crumb(rep.Name, TeamWords.Rep(rep.Id))] : Array.Empty<Crumb>(),
    ];

    public async Task<IActionResult> OnGetAsync(
        Guid? team, Guid? rep, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (await risks.RunAsync(this.Actor(), team, rep, number ?? 1, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }

    /// <summary>The rows of this page.</summary>
    public async Task<IActionResult> OnGetCsvAsync(Guid? team, Guid? rep, [FromQuery(Name = "page")] int? number, CancellationToken cancellation) =>
        await OnGetAsync(team, rep, number, cancellation) is PageResult ? this.Csv(TeamSheets.AtRisk(Of)) : NotFound();
}
