using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>Gives a promise, or notes one of theirs.</summary>
[Needs(Thing.Promise, Act.Log)]
public sealed class NewModel(PromisesQuery query, PromiseService promises, PromiseLoadQuery load, Viewer viewer) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid? Customer { get; set; }

    /// <summary>Whose relationship with the customer, for those who see several.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Rep { get; set; }

    [BindProperty(SupportsGet = true)] public string? Side { get; set; }

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IReadOnlyList<SelectListItem> Relationships { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var choices = await LoadAsync(cancellation);
        var chosen = choices.FindAll(c => c.CustomerId == Customer);
        Input.Key = Guid.CreateVersion7(viewer.Now);
        Input.RelationshipId = (chosen.Find(c => c.RepId == Rep) ?? chosen.Find(c => c.Rep is null) ?? (chosen.Count == 1 ? chosen[0] : null))?.Id;
        Input.Direction = Side == "theirs" ? Direction.Theirs : Direction.Ours;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!ModelState.IsValid)
            return this.Refused();
        var command = Input.ToCommand();
        var made = await promises.MakeAsync(this.Actor(), command, cancellation);
        if (made.Refused(out var problem, out _))
            return this.Refused(problem);
        var warning = Input.Direction == Direction.Ours ? LoadWords.After(await load.RunAsync(this.Actor(), cancellation), command.Details.DueDay, viewer) : null;
        TempData["Flash"] = $"Promised by {Input.DueDay!.Meant!.Value.Words(viewer.Culture)}: {PromiseWords.Shortened(Input.Text!.Trim())}{(warning is null ? "" : $". {warning}")}";
        return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : RedirectToPage("Index", new { side = Input.Direction == Direction.Theirs ? "theirs" : null });
    }

    private async Task<List<RelationshipChoice>> LoadAsync(CancellationToken cancellation)
    {
        var choices = await query.ChoicesAsync(this.Actor(), Customer, cancellation);
        Relationships = [.. choices.Select(c => new SelectListItem(c.Rep is null ? c.Customer : $"{c.Customer} ({c.Rep})", c.Id.ToString()))];
        return choices;
    }

    public sealed class Form
    {
        /// <summary>Made with the form: sent twice, it gives one promise.</summary>
        public Guid Key { get; set; }

        [Required(ErrorMessage = "Pick the customer.")]
        public Guid? RelationshipId { get; set; }

        [Required(ErrorMessage = "Say who promised.")]
        public Direction? Direction { get; set; }

        [Required(ErrorMessage = "Write what was promised.")]
        [StringLength(Promise.TextMaxLength, ErrorMessage = "Keep the promise to {1} characters.")]
        public string? Text { get; set; }

        [Required(ErrorMessage = "Say by when."), AskedFor(DateUse.Deadline)] public TypedDate? DueDay { get; set; }

        [StringLength(Promise.ConditionMaxLength, ErrorMessage = "Keep the condition to {1} characters.")]
        public string? Condition { get; set; }

        public short Severity { get; set; } = Domain.Touchpoints.Severity.Normal;

        public MakePromise ToCommand() => new(
            RelationshipId!.Value, new(Direction!.Value, Text, DueDay!.Meant?.Day, DueDay.Meant?.Hour, Condition, Severity), Key == Guid.Empty ? null : Key);
    }
}
