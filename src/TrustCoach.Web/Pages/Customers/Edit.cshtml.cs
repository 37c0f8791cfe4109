using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Customers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>Name, burned before, and how the relationship began; archive and restore.</summary>
[Needs(Thing.Customer, Act.Edit)]
public sealed class EditModel(CustomerService customers, CustomerFormsQuery forms) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public CustomerForm Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, rep, cancellation))
            return NotFound();
        Input = Form.Of(Of);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? rep, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, rep, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        var changed = await customers.ChangeAsync(this.Actor(), Input.ToCommand(id), cancellation);
        if (changed is null)
            return NotFound();
        if (changed.Value.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = "Saved.";
        return RedirectToPage("Details", new { id, rep });
    }

    public async Task<IActionResult> OnPostArchiveAsync(Guid id, CancellationToken cancellation)
    {
        var archived = await customers.ArchiveAsync(this.Actor(), id, cancellation);
        if (archived is null || !await LoadAsync(id, null, cancellation))
            return NotFound();
        if (archived.Value.Refused(out var problem, out _))
        {
            Input = Form.Of(Of);
            ModelState.Clear();
            return this.Refused(problem);
        }

        TempData["Flash"] = $"{Of.Customer.Name} is archived. Its history stays.";
        TempData["UndoUrl"] = Url.Page("Edit", "Restore", new { id });
        return Redirect(ListReturn.Url(Request));
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation)
    {
        if (await customers.RestoreAsync(this.Actor(), id, cancellation) is null)
            return NotFound();
        TempData["Flash"] = "Back on the list.";
        return RedirectToPage("Details", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, Guid? rep, CancellationToken cancellation)
    {
        var of = await forms.OfAsync(this.Actor(), id, rep, Act.Edit, cancellation);
        Of = of!;
        return of is not null;
    }

    public sealed class Form
    {
        public int Version { get; set; }

        [StringLength(Customer.NameMaxLength, ErrorMessage = "Keep the name under {1} characters.")] public string? Name { get; set; }

        public bool BurnedBefore { get; set; }

        [StringLength(Customer.NoteMaxLength, ErrorMessage = "Keep the note under {1} characters.")] public string? BurnedNote { get; set; }

        public Guid? RelationshipId { get; set; }

        public Climate? Climate { get; set; }

        public static Form Of(CustomerForm of) => new()
        {
            Version = of.Customer.Version,
            Name = of.Customer.Name,
            BurnedBefore = of.Customer.BurnedBefore,
            BurnedNote = of.Customer.BurnedNote,
            RelationshipId = of.Relationship?.Id,
            Climate = of.Relationship?.Climate,
        };

        public ChangeCustomer ToCommand(Guid id) => new(id, Version, Name, BurnedBefore, BurnedNote, RelationshipId, Climate);
    }
}
