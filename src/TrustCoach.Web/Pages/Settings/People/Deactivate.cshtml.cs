using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.People;

[Needs(Thing.Person, Act.Manage)]
public sealed class DeactivateModel(PersonService people, PeopleQuery query) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public PersonCard Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || await people.DeactivateAsync(this.Actor(), id, Input.LeavesCustomers, cancellation) is not { } done)
            return NotFound();
        if (done.Refused(out var problem, out var person))
            return this.Refused(problem);
        TempData["Flash"] = $"{person.Name} is switched off and signed out everywhere.";
        return RedirectToPage("Person", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.FindAsync(this.Actor(), id, cancellation) is not { } person)
            return false;
        Person = person;
        return true;
    }

    public sealed class Form
    {
        public bool LeavesCustomers { get; set; }
    }
}
