using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.People;

[Needs(Thing.Person, Act.Manage)]
public sealed class PersonModel(PersonService people, PeopleQuery query, TeamsQuery teams) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public PersonCard Person { get; private set; } = null!;

    public bool IsOneself => Person.Id == this.Actor().PersonId;

    public IReadOnlyList<Named> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Input = new() { Name = Person.Name, Roles = RoleBoxes.Of(Person.Roles), TeamId = Person.TeamId };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (await people.ChangeAsync(this.Actor(), new(id, Input.Name, Input.Roles.Ticked(), Input.TeamId), cancellation) is not { } changed)
            return NotFound();
        return changed.Refused(out var problem, out var person) ? this.Refused(RoleBoxes.Beside(problem)) : Done($"{person.Name} is saved.");
    }

    public async Task<IActionResult> OnPostReactivateAsync(Guid id, CancellationToken cancellation) =>
        await people.ReactivateAsync(this.Actor(), id, cancellation) ? Done("Switched on again: they can sign in.") : NotFound();

    public async Task<IActionResult> OnPostEndSessionsAsync(Guid id, CancellationToken cancellation) =>
        await people.EndSessionsAsync(this.Actor(), id, cancellation) is { } ended
            ? Done(ended == 1 ? "One browser is signed out." : $"{ended} browsers are signed out.")
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.FindAsync(this.Actor(), id, cancellation) is not { } person)
            return false;
        (Person, Teams) = (person, await teams.OpenAsync(cancellation));
        return true;
    }

    private RedirectToPageResult Done(string message)
    {
        TempData["Flash"] = message;
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Write the name."), StringLength(120, ErrorMessage = "Keep the name under 120 characters.")]
        public string Name { get; set; } = "";

        public RoleBoxes Roles { get; set; } = new();

        public Guid? TeamId { get; set; }
    }
}
