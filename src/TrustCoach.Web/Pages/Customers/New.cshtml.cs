using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Customers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>A new customer; or the offer to join one that a colleague works with already.</summary>
[Needs(Thing.Customer, Act.Edit)]
public sealed class NewModel(CustomerService customers, CustomerFormsQuery forms, RepChoicesQuery reps) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>Where the person came from and goes back to, such as a touchpoint half written.</summary>
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IReadOnlyList<SelectListItem> Reps { get; private set; } = [];

    public IReadOnlyList<Namesake> Namesakes { get; private set; } = [];

    public Task OnGetAsync(string? name, CancellationToken cancellation)
    {
        Input.Name = name;
        Input.RepId = this.Actor().PersonId;
        return LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var added = ModelState.IsValid ? await customers.AddAsync(this.Actor(), Input.ToCommand(), cancellation) : default(Result<CustomerDone>?);
        return await AnswerAsync(added, $"{Input.Name?.Trim()} is added.", cancellation);
    }

    public async Task<IActionResult> OnPostJoinAsync(Guid customerId, CancellationToken cancellation)
    {
        ModelState.Remove("customerId");
        var joined = await customers.JoinAsync(this.Actor(), new(customerId, Input.Name, Input.Climate, Input.RepId), cancellation);
        return joined is null ? NotFound() : await AnswerAsync(joined, $"You work with {Input.Name?.Trim()} now.", cancellation);
    }

    private async Task<IActionResult> AnswerAsync(Result<CustomerDone>? answer, string flash, CancellationToken cancellation)
    {
        Problem? problem = null;
        CustomerDone? done = null;
        if (answer is null || answer.Value.Refused(out problem, out done))
        {
            await LoadAsync(cancellation);
            Namesakes = await forms.NamesakesAsync(this.Actor(), Input.Name, cancellation);
            return this.Refused(problem);
        }

        TempData["Flash"] = flash;
        return Url.IsLocalUrl(ReturnUrl)
            ? LocalRedirect($"{ReturnUrl}{(ReturnUrl.Contains('?', StringComparison.Ordinal) ? '&' : '?')}customer={done.CustomerId}")
            : RedirectToPage("Details", new { id = done.CustomerId });
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        Reps = [.. (await reps.RunAsync(this.Actor(), Act.Edit, cancellation)).Select(r => new SelectListItem(r.Name, r.Id.ToString()))];

    public sealed class Form
    {
        [StringLength(Customer.NameMaxLength, ErrorMessage = "Keep the name under {1} characters.")] public string? Name { get; set; }

        public Climate? Climate { get; set; }

        public bool BurnedBefore { get; set; }

        [StringLength(Customer.NoteMaxLength, ErrorMessage = "Keep the note under {1} characters.")] public string? BurnedNote { get; set; }

        [StringLength(Contact.NameMaxLength, ErrorMessage = "Keep the name under {1} characters.")] public string? ContactName { get; set; }

        public Guid? RepId { get; set; }

        public bool EvenIfNamedAlike { get; set; }

        public AddCustomer ToCommand() => new(Name, Climate, BurnedBefore, BurnedNote, RepId, ContactName, EvenIfNamedAlike);
    }
}
