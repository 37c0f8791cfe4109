using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.People;

[Needs(Thing.Person, Act.Manage)]
public sealed class ResetSecondFactorModel(SecondFactorReset reset, PeopleQuery query) : PageModel
{
    public PersonCard Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || await reset.RunAsync(this.Actor(), id, cancellation) is not { } done)
            return NotFound();
        if (done.Refused(out var problem, out var name))
            return this.Refused(problem);
        TempData["Flash"] = $"The second factor of {name} is reset. They are told by mail.";
        return RedirectToPage("Person", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.FindAsync(this.Actor(), id, cancellation) is not { } person)
            return false;
        Person = person;
        return true;
    }
}
