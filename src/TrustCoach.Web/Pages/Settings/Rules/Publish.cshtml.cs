using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Rules;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.Rules;

[Needs(Thing.Rules, Act.Manage)]
public sealed class PublishModel(RulesQuery rules, RulePreviewQuery previews, RulePublisher publisher) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public RuleDraftView Draft { get; private set; } = null!;

    public RulePreviewView? Preview { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!(await publisher.PublishAsync(this.Actor(), Input.Version, cancellation)).Refused(out var problem, out var version))
        {
            TempData["Flash"] = $"Version {version} is published. Its numbers are being rebuilt.";
            return RedirectToPage("Rebuild");
        }

        ModelState.Clear();
        await LoadAsync(cancellation);
        return this.Refused(problem);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        (Draft, Preview) = (await rules.DraftAsync(this.Actor(), cancellation), await previews.RunAsync(this.Actor(), cancellation));
        Input.Version = Draft.Version;
    }

    public sealed class Form
    {
        /// <summary>The draft's count that was shown.</summary>
        public int Version { get; set; }
    }
}
