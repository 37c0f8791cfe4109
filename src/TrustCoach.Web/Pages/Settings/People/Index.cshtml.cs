using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.People;

[Needs(Thing.Person, Act.Manage)]
public sealed class IndexModel(PeopleQuery people, InvitationService invitations, InvitationFlash flash, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Search { get; set; }

    [BindProperty(SupportsGet = true)] public bool All { get; set; }

    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public IReadOnlyList<InvitationRow> Invitations { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        (Rows, HasMore) = await people.RunAsync(this.Actor(), Search, All, Number, cancellation);
        if (Number == 1 && string.IsNullOrWhiteSpace(Search))
            Invitations = await people.InvitationsAsync(this.Actor(), cancellation);
    }

    public async Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken cancellation)
    {
        if (await invitations.ResendAsync(this.Actor(), id, flash.LinkTo(Request), cancellation) is not { } sent)
            return NotFound();
        flash.Say(TempData, sent);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellation)
    {
        if (!await invitations.RevokeAsync(this.Actor(), id, cancellation))
            return NotFound();
        TempData["Flash"] = "The invitation is taken back; its link opens nothing any more.";
        return RedirectToPage();
    }
}
