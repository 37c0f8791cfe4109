using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.People;
using TrustCoach.Services.Customers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>What a customer is afraid of, and what has answered it.</summary>
[Needs(Thing.Fear, Act.See)]
public sealed class FearsModel(FearsQuery fears, FearService service, Viewer viewer) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public FearsPage Of { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Contacts => [.. Of.Contacts.Select(c => new SelectListItem(c.Name, c.Id.ToString()))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        Input.Key = Guid.CreateVersion7(viewer.Now);
        return await LoadAsync(id, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || !Of.MayEdit)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (await service.NoteAsync(this.Actor(), new(Input.Key, id, Input.Text, Input.ContactId, Input.NotedOn), cancellation) is not { } noted)
            return NotFound();
        if (noted.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = "Noted. Find one thing you can show that answers it.";
        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation) => (Of = (await fears.OfAsync(this.Actor(), id, cancellation))!) is not null;

    public sealed class Form
    {
        /// <summary>Made with the form: sent twice, it notes one fear.</summary>
        public Guid Key { get; set; }

        [StringLength(Domain.Customers.Fear.TextMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Text { get; set; }

        public Guid? ContactId { get; set; }

        public DateOnly? NotedOn { get; set; }
    }
}
