using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.People;

[Needs(Thing.Person, Act.Manage)]
public sealed class InviteModel(InvitationService invitations, TeamsQuery teams, InvitationFlash flash) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public IReadOnlyList<Named> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Teams = await teams.OpenAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Teams = await teams.OpenAsync(cancellation);
        if (!ModelState.IsValid)
            return this.Refused();
        var command = new Invite(Input.Name, Input.Email, Input.Roles.Ticked(), Input.TeamId, flash.LinkTo(Request));
        if ((await invitations.SendAsync(this.Actor(), command, cancellation)).Refused(out var problem, out var sent))
            return this.Refused(RoleBoxes.Beside(problem));
        flash.Say(TempData, sent);
        return RedirectToPage("Index");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Write their name."), StringLength(120, ErrorMessage = "Keep the name under 120 characters.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Write their e-mail address."), StringLength(254, ErrorMessage = "This address is too long.")]
        public string Email { get; set; } = "";

        public RoleBoxes Roles { get; set; } = new() { Rep = true };

        public Guid? TeamId { get; set; }
    }
}
