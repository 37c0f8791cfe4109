using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.Teams;

[Needs(Thing.Team, Act.Manage)]
public sealed class TeamModel(TeamService teams, TeamsQuery query) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public TeamCard Team { get; private set; } = null!;

    public IReadOnlyList<Named> Managers { get; private set; } = [];

    public IReadOnlyList<Named> Outside { get; private set; } = [];

    /// <summary>The teams it may be part of.</summary>
    public IReadOnlyList<Named> Uppers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Input = new() { Name = Team.Name, ManagerId = Team.ManagerId, PartOfId = Team.PartOfId };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        return Answer(await teams.ChangeAsync(this.Actor(), new(id, Input.Name, Input.ManagerId, Input.PartOfId), cancellation), "The team is saved.");
    }

    public async Task<IActionResult> OnPostAddAsync(Guid id, Guid personId, CancellationToken cancellation) =>
        await teams.AddMemberAsync(this.Actor(), id, personId, cancellation) ? Done("In the team now.") : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid personId, CancellationToken cancellation) =>
        await teams.RemoveMemberAsync(this.Actor(), id, personId, cancellation) ? Done("No longer in the team.") : NotFound();

    public async Task<IActionResult> OnPostArchiveAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Input = new() { Name = Team.Name, ManagerId = Team.ManagerId, PartOfId = Team.PartOfId };
        ModelState.Clear();
        return Answer(await teams.ArchiveAsync(this.Actor(), id, cancellation), "The team is archived.");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation) =>
        await teams.RestoreAsync(this.Actor(), id, cancellation) ? Done("The team is back.") : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.FindAsync(id, cancellation) is not { } team)
            return false;
        (Team, Managers, Outside) = (team, await query.ManagersAsync(cancellation), await query.OutsideAsync(id, cancellation));
        Uppers = [.. (await query.OpenAsync(cancellation)).Where(t => t.Id != id)];
        return true;
    }

    private IActionResult Answer(Domain.Result<Domain.People.Team>? result, string message)
    {
        if (result is not { } changed)
            return NotFound();
        return changed.Refused(out var problem, out _) ? this.Refused(problem) : Done(message);
    }

    private RedirectToPageResult Done(string message)
    {
        TempData["Flash"] = message;
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Give the team a name."), StringLength(80, ErrorMessage = "Keep the name under 80 characters.")]
        public string Name { get; set; } = "";

        public Guid? ManagerId { get; set; }

        public Guid? PartOfId { get; set; }
    }
}
