using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Method;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Team.Method;

/// <summary>The relationships behind a number of the report, by the customer's name.</summary>
[Needs(Thing.MethodCard, Act.See)]
public sealed class RowsModel(MethodReportQuery reports) : PageModel
{
    public MethodRows Of { get; private set; } = null!;

    /// <param name="step">The first of the card when the address names none.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? step, string? side, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (await reports.RowsAsync(this.Actor(), id, step, side != "without", number ?? 1, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }

    /// <summary>The rows of this page.</summary>
    public async Task<IActionResult> OnGetCsvAsync(Guid id, Guid? step, string? side, [FromQuery(Name = "page")] int? number, CancellationToken cancellation) =>
        await OnGetAsync(id, step, side, number, cancellation) is not PageResult ? NotFound() : this.Csv(new(
            $"{Of.Step.Name}-{(Of.With ? "with" : "without")}", ["Customer", "Rep", "How it began", "Judged after", "Early credibility"],
            Of.Rows.Select(r => new object?[] { r.Customer, r.Rep, MethodWords.Of(r.Opening), r.Judged, r.Credibility })));
}
