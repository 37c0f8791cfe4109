using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Rules;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.Rules;

/// <summary>The rules in words, for everybody; each version in full.</summary>
[Needs(Thing.Rules, Act.See)]
public sealed class IndexModel(RulesQuery rules) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    public IReadOnlyList<RuleVersionLine> Versions { get; private set; } = [];

    public RuleVersionLine Shown { get; private set; } = null!;

    public RuleDraftView Draft { get; private set; } = null!;

    public RebuildProgress? Rebuild { get; private set; }

    public int InForce => this.Actor().RulesVersion;

    public bool MayManage => this.Actor().May(Thing.Rules, Act.Manage);

    public bool MayPreview => this.Actor().May(Thing.RulePreview, Act.See);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var actor = this.Actor();
        Versions = await rules.VersionsAsync(actor, cancellation);
        if (Versions.FirstOrDefault(v => v.Version == (Version ?? actor.RulesVersion)) is not { } shown)
            return NotFound();
        (Shown, Draft, Rebuild) = (shown, await rules.DraftAsync(actor, cancellation), await rules.RebuildAsync(actor, cancellation));
        return Page();
    }
}
