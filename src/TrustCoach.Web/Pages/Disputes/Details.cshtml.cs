using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.People;
using TrustCoach.Services.Disputes;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Disputes;

/// <summary>One dispute: both texts, the event and what it weighs, and the answer's form for who owes it.</summary>
[Needs(Thing.Dispute, Act.See)]
public sealed class DetailsModel(DisputeService disputes, DisputeQuery query) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public DisputePage Of { get; private set; } = null!;

    public bool IsOpen => Of.Dispute.State == DisputeState.Open;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation)
    {
        if (await disputes.WithdrawAsync(this.Actor(), id, cancellation) is not { } withdrawn)
            return NotFound();
        return await AnswerAsync(id, withdrawn, "Taken back: the event weighs again.", cancellation);
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await LoadAsync(id, cancellation) ? this.Refused() : NotFound();
        var command = new AnswerDispute(id, Input.State ?? DisputeState.Open, Input.Answer, this.DisputeLink());
        if (await disputes.AnswerAsync(this.Actor(), command, cancellation) is not { } answered)
            return NotFound();
        return await AnswerAsync(id, answered, $"Answered. {DisputeWords.Meaning(command.State)}", cancellation);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Result<DisputeDone> changed, string words, CancellationToken cancellation)
    {
        if (changed.Refused(out var problem, out _))
            return await LoadAsync(id, cancellation) ? this.Refused(problem) : NotFound();
        TempData["Flash"] = words;
        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.RunAsync(this.Actor(), id, cancellation) is not { } of)
            return false;
        Of = of;
        return true;
    }

    public sealed class Form
    {
        public DisputeState? State { get; set; }

        [StringLength(Dispute.TextMaxLength, ErrorMessage = "Keep it to {1} characters.")]
        public string? Answer { get; set; }
    }
}
