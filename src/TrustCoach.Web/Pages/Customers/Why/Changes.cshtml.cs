using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Scoring;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>Why did it change? Since my last visit, since last week, between two days.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class ChangesModel(ChangesQuery changes) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [WhyWords.Opened(Of.Of)];

    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }

    public ChangesPage Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, string? span, CancellationToken cancellation)
    {
        var asked = new ChangesAsked(id, rep, ModelState.IsValid ? span : null, From, To);
        if (await changes.RunAsync(this.Actor(), asked, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return this.ReadDay(of.DayProblem?.Field ?? "", of.DayProblem?.Message);
    }
}
