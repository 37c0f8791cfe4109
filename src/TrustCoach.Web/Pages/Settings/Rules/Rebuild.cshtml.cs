using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Rules;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.Rules;

/// <summary>How far a rebuild is. Everybody may look; an admin may let a stopped one go on, or take its version back.</summary>
[Needs(Thing.Rules, Act.See)]
public sealed class RebuildModel(RulesQuery rules, RulePublisher publisher) : PageModel
{
    public RebuildProgress? Rebuild { get; private set; }

    public bool MayManage => this.Actor().May(Thing.Rules, Act.Manage);

    public async Task OnGetAsync(CancellationToken cancellation) => Rebuild = await rules.RebuildAsync(this.Actor(), cancellation);

    public async Task<IActionResult> OnPostRetryAsync(CancellationToken cancellation)
    {
        if (!MayManage)
            return Forbid();
        if ((await publisher.RetryAsync(this.Actor(), cancellation)).Refused(out var problem, out _))
            (TempData["Flash"], TempData["FlashKind"]) = (problem.Message, "refused");
        else
            TempData["Flash"] = "The rebuild goes on where it stood.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCancelAsync(int version, CancellationToken cancellation)
    {
        if (!MayManage)
            return Forbid();
        if (await publisher.CancelAsync(this.Actor(), version, cancellation) is { } problem)
            (TempData["Flash"], TempData["FlashKind"]) = (problem.Message, "refused");
        else
            TempData["Flash"] = $"Version {version} is cancelled. No number has changed.";
        return RedirectToPage();
    }
}
