using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Services.Customers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>The people at a customer: one form that adds or, with ?contact=, changes.</summary>
[Needs(Thing.Customer, Act.Edit)]
public sealed class ContactsModel(ContactService contacts, CustomerFormsQuery forms) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public CustomerForm Of { get; private set; } = null!;

    /// <summary>The one being changed; null while one is added.</summary>
    public ContactFacts? Changed { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? contact, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, contact, cancellation))
            return NotFound();
        if (Changed is { } known)
            Input = new() { Name = known.Name, Title = known.Title, Email = known.Email, Phone = known.Phone };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? contact, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, contact, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        var done = contact is { } known
            ? await contacts.ChangeAsync(this.Actor(), id, known, Input.ToDetails(), cancellation)
            : await contacts.AddAsync(this.Actor(), id, Input.ToDetails(), cancellation);
        if (done is null)
            return NotFound();
        if (done.Value.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = contact is null ? $"{Input.Name!.Trim()} is added." : "Saved.";
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostLeftAsync(Guid id, Guid contact, CancellationToken cancellation) =>
        Answer(id, await contacts.LeaveAsync(this.Actor(), id, contact, cancellation), "Noted that they left. Their touchpoints stay.");

    public async Task<IActionResult> OnPostReturnedAsync(Guid id, Guid contact, CancellationToken cancellation) =>
        Answer(id, await contacts.ReturnAsync(this.Actor(), id, contact, cancellation), "Among the contacts again.");

    private IActionResult Answer(Guid id, Result<Guid>? done, string flash)
    {
        if (done is null)
            return NotFound();
        var refused = done.Value.Refused(out var problem, out _);
        TempData["Flash"] = problem?.Message ?? flash;
        if (refused)
            TempData["FlashKind"] = "refused";
        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(Guid id, Guid? contact, CancellationToken cancellation)
    {
        var of = await forms.OfAsync(this.Actor(), id, null, Act.Edit, cancellation);
        Of = of!;
        Changed = of?.Contacts.FirstOrDefault(c => c.Id == contact);
        return of is not null && (contact is null || Changed is not null);
    }

    public sealed class Form
    {
        [StringLength(Contact.NameMaxLength, ErrorMessage = "Keep the name under {1} characters.")] public string? Name { get; set; }

        [StringLength(Contact.TitleMaxLength, ErrorMessage = "Keep the title under {1} characters.")] public string? Title { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }

        public ContactDetails ToDetails() => new(Name, Title, Email, Phone);
    }
}
