using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Disputes;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Disputes;

/// <summary>Disputes one event of one's own record: one reason, one button. An event that is disputed already leads to its dispute.</summary>
[Needs(Thing.Dispute, Act.Log)]
public sealed class NewModel(DisputeService disputes, DisputeQuery query) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>Null when the address names none.</summary>
    public DisputedEvent? Event { get; private set; }

    /// <summary>The last dispute of this event, when there was one.</summary>
    public Guid? Earlier { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? entry, CancellationToken cancellation)
    {
        if (entry is not { } id)
            return Request.Query.ContainsKey("entry") ? NotFound() : Page();
        if (await query.OfEntryAsync(this.Actor(), id, openOnly: true, cancellation) is { } open)
            return RedirectToPage("Details", new { id = open });
        return await LoadAsync(id, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid? entry, CancellationToken cancellation)
    {
        if (entry is not { } id || !await LoadAsync(id, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (await disputes.RaiseAsync(this.Actor(), new(id, Input.Reason, this.DisputeLink()), cancellation) is not { } raised)
            return NotFound();
        if (raised.Refused(out var problem, out var done))
            return this.Refused(problem);
        TempData["Flash"] = done.Already ? "You have disputed this already." : "Disputed: it weighs nothing until it is answered.";
        if (!done.Already)
            TempData["UndoUrl"] = Url.Page("Details", "Withdraw", new { id = done.DisputeId });
        return RedirectToPage("Details", new { id = done.DisputeId });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.OwnEventAsync(this.Actor(), id, cancellation) is not { } of || of.Status == LedgerStatus.Voided)
            return false;
        (Event, Earlier) = (of, await query.OfEntryAsync(this.Actor(), id, openOnly: false, cancellation));
        return true;
    }

    public sealed class Form
    {
        [StringLength(Dispute.TextMaxLength, ErrorMessage = "Keep it to {1} characters.")]
        public string? Reason { get; set; }
    }
}
