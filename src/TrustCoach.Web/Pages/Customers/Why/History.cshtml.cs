using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Scoring;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Pages.History;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>Both scores of a relationship week by week, with what happened.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class HistoryModel(RelationshipHistoryQuery histories) : ReadPage<RelationshipHistory>, IShowsEvidence
{
    public IEnumerable<Domain.Coaching.EvidenceOpened> Opened => [WhyWords.Opened(Of.Of)];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, string? weeks, CancellationToken cancellation) =>
        Show(await histories.RunAsync(this.Actor(), id, rep, weeks, cancellation));

    public async Task<IActionResult> OnGetCsvAsync(Guid id, Guid? rep, string? weeks, CancellationToken cancellation) =>
        await OnGetAsync(id, rep, weeks, cancellation) is PageResult ? this.Csv(new HistoryView(Of.Of.Customer, "", Of.History).Sheet) : NotFound();
}
