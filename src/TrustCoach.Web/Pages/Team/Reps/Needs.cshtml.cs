using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Customers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Team.Reps;

/// <summary>Who was there when a rep's customers needed us? The rows behind the number of the rep's page.</summary>
[Needs(Thing.RepPage, Act.See)]
public sealed class NeedsModel(RepNeedsQuery needs, Viewer viewer) : PageModel, IShowsEvidence
{
    public const int Size = 25;

    public IEnumerable<EvidenceOpened> Opened => [new(Of.Rep.Id, Of.Rep.Name, EvidencePage.RepPage, Of.Rep.Id)];

    public RepNeeds Of { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public IReadOnlyList<NeedRow> Shown => [.. Of.Rows.Skip((Number - 1) * Size).Take(Size)];

    public bool HasMore => Of.Rows.Count > Number * Size;

    public async Task<IActionResult> OnGetAsync(Guid id, int? days, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (await needs.RunAsync(this.Actor(), id, days, cancellation) is not { } of)
            return NotFound();
        (Of, Number) = (of, Math.Clamp(number ?? 1, 1, 1 + (of.Rows.Count / Size)));
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid id, int? days, CancellationToken cancellation) =>
        await OnGetAsync(id, days, null, cancellation) is PageResult
            ? this.Csv(new($"times of need {Of.Rep.Name}", ["Began", "Customer", "What happened", "First response in minutes", "Over"], Of.Rows.Select(row => new object?[]
            {
                viewer.DayOf(row.StartedAt), row.Customer, row.Text, row.FirstResponse is { } first ? (int)first.TotalMinutes : null, row.OverAt is { } over ? viewer.DayOf(over) : null,
            })))
            : NotFound();
}
