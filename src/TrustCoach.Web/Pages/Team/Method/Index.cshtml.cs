using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Method;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Team.Method;

/// <summary>What do we do in first conversations, and do relationships gain traction?</summary>
[Needs(Thing.MethodCard, Act.See)]
public sealed class IndexModel(MethodQuery method) : PageModel
{
    public MethodPage Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await method.RunAsync(this.Actor(), id, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken cancellation) =>
        await OnGetAsync(id, cancellation) is not PageResult ? NotFound() : this.Csv(new(
            $"traction-{Of.Team}", ["Mark", "Relationships", "Have come to it", "Median days", "Median encounters"],
            Of.Waits.Select(w => new object?[] { MethodWords.Of(w.Mark), w.Days.Of, w.Days.Reached, w.Days.Median, w.Encounters.Median })));

    /// <summary>"First promise kept: 31 of 44, at encounter 3".</summary>
    public static string Label(MarkWait wait) => wait.Days switch
    {
        { Reached: 0 } => $"{MethodWords.Of(wait.Mark)}: none of {wait.Days.Of} yet",
        _ => $"{MethodWords.Of(wait.Mark)}: {wait.Days.Reached} of {wait.Days.Of}{(wait.Encounters.Median is { } encounters ? $", typically at encounter {encounters}" : "")}",
    };
}
