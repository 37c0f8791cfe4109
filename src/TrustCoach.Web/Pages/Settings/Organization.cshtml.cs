using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings;

[Needs(Thing.Organization, Act.Edit)]
public sealed class OrganizationModel(OrganizationService organizations) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var now = await organizations.FindAsync(cancellation);
        Input = new() { Name = now.Name, TimeZone = now.TimeZone, RequiresSecondFactor = now.RequiresSecondFactor };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Refused();
        if (await organizations.ChangeAsync(this.Actor(), new(Input.Name, Input.TimeZone, Input.RequiresSecondFactor), cancellation) is { } problem)
            return this.Refused(problem);
        TempData["Flash"] = "The organization is saved.";
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Give the organization a name."), StringLength(120, ErrorMessage = "Keep the name under 120 characters.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Pick a time zone from the list.")]
        public string TimeZone { get; set; } = "";

        public bool RequiresSecondFactor { get; set; }
    }
}
