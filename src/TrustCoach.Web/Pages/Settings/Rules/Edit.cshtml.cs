using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Rules;
using TrustCoach.Services.Rules;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.Rules;

[Needs(Thing.Rules, Act.Manage)]
public sealed class EditModel(RulesQuery rules, RuleDraftService drafts) : PageModel
{
    private Dictionary<string, double> _inForce = [];

    [BindProperty] public RuleForm Input { get; set; } = new();

    public RuleDraftView Draft { get; private set; } = null!;

    /// <summary>The constant just set back, whose section stays open.</summary>
    public string? Opened { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Input = RuleForm.Of(Draft);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (command, unread) = Input.Read();
        var problems = unread.Count > 0 ? unread : await drafts.SaveAsync(this.Actor(), command, cancellation);
        if (problems.Count == 0)
            return Done("The draft is saved. See what it would do before you publish.");
        await LoadAsync(cancellation);
        foreach (var problem in problems)
            ModelState.AddModelError(RuleForm.FieldOf(problem), RuleForm.MessageOf(problem));
        return this.Refused();
    }

    /// <summary>Sets one constant, or with no path all of them, back to the default. Nothing is saved.</summary>
    public async Task<IActionResult> OnPostDefaultAsync(string? path, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        ModelState.Clear();
        foreach (var setting in RuleSettings.All.Where(s => string.IsNullOrEmpty(path) || s.Path == path))
            Input.Values[setting.Path] = RuleWords.Number(setting.Default, CultureInfo.CurrentCulture);
        Opened = path;
        return Page();
    }

    public async Task<IActionResult> OnPostDiscardAsync(int version, CancellationToken cancellation)
    {
        if (!(await drafts.DiscardAsync(this.Actor(), version, cancellation)).Refused(out var problem, out _))
            return Done("The draft is thrown away.");
        await LoadAsync(cancellation);
        Input = RuleForm.Of(Draft);
        ModelState.Clear();
        return this.Refused(problem);
    }

    /// <summary>What is typed differs from the rules in force.</summary>
    public bool Differs(RuleSetting setting) => !Input.Says(setting, _inForce[setting.Path]);

    public bool IsDefault(RuleSetting setting) => Input.Says(setting, setting.Default);

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Draft = await rules.DraftAsync(this.Actor(), cancellation);
        _inForce = RuleSettings.ValuesOf(Draft.Base);
        Input.Fill(Draft);
    }

    private RedirectToPageResult Done(string message)
    {
        TempData["Flash"] = message;
        return RedirectToPage();
    }
}
