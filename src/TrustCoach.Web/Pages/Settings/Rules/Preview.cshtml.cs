using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Rules;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.Rules;

/// <summary>What the draft would do. Counts for admins and managers; names only for who may see those scores anyway.</summary>
[Needs(Thing.RulePreview, Act.See)]
public sealed class PreviewModel(RulesQuery rules, RulePreviewQuery previews, RuleDraftService drafts) : PageModel
{
    public RuleDraftView Draft { get; private set; } = null!;

    public RulePreviewView? Preview { get; private set; }

    public IReadOnlyList<MovedRelationship> Moved { get; private set; } = [];

    public bool HasMore { get; private set; }

    public bool MayManage => this.Actor().May(Thing.Rules, Act.Manage);

    public bool MaySeeScores => this.Actor().May(Thing.Score, Act.See);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var actor = this.Actor();
        (Draft, Preview) = (await rules.DraftAsync(actor, cancellation), await previews.RunAsync(actor, cancellation));
        if (Preview?.Found is null || !MaySeeScores)
            return;
        var rows = await previews.MovedAsync(actor, cancellation);
        (Moved, HasMore) = ([.. rows.Take(RulePreviewQuery.RowsShown)], rows.Count > RulePreviewQuery.RowsShown);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!MayManage)
            return Forbid();
        if ((await drafts.PreviewAsync(this.Actor(), cancellation)).Refused(out var problem, out _))
            (TempData["Flash"], TempData["FlashKind"]) = (problem.Message, "refused");
        return RedirectToPage();
    }
}
