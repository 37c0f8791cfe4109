using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Team;

/// <summary>Which planned encounters were never closed?</summary>
[Needs(Thing.TeamCredibility, Act.See)]
public sealed class WithoutOutcomeModel(WithoutOutcomeQuery encounters) : PageModel
{
    public WithoutOutcome Of { get; private set; } = null!;

    public IReadOnlyList<Crumb> Trail =>
    [
        new(Of.Team.Name, $"/team?team={Of.Team.Id}&days={Of.Period.Days}"),
        .. Of.Rep is { } rep ? [new Crumb(rep.Name, TeamWords.Rep(rep.Id))] : Array.Empty<Crumb>(),
    ];

    public async Task<IActionResult> OnGetAsync(
        Guid? team, Guid? rep, int? days, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (await encounters.RunAsync(this.Actor(), team, rep, days, number ?? 1, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }
}
