using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.Teams;

[Needs(Thing.Team, Act.Manage)]
public sealed class IndexModel(TeamService teams, TeamsQuery query) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public IReadOnlyList<TeamRow> Rows { get; private set; } = [];

    public IReadOnlyList<Named> Managers { get; private set; } = [];

    /// <summary>The teams the new one may be part of.</summary>
    public IReadOnlyList<Named> Uppers { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!ModelState.IsValid)
            return this.Refused();
        if ((await teams.FormAsync(this.Actor(), Input.Name, Input.ManagerId, Input.PartOfId, cancellation)).Refused(out var problem, out var team))
            return this.Refused(problem);
        TempData["Flash"] = $"{team.Name} is formed. Put people into it.";
        return RedirectToPage("Team", new { team.Id });
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        (Rows, Managers, Uppers) = (await query.RunAsync(cancellation), await query.ManagersAsync(cancellation), await query.OpenAsync(cancellation));

    public sealed class Form
    {
        [Required(ErrorMessage = "Give the team a name."), StringLength(80, ErrorMessage = "Keep the name under 80 characters.")]
        public string Name { get; set; } = "";

        public Guid? ManagerId { get; set; }

        public Guid? PartOfId { get; set; }
    }
}
