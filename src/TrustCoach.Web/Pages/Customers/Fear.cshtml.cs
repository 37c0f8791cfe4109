using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.Customers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>One fear: what answered it, chosen from what was kept and met since.</summary>
[Needs(Thing.Fear, Act.See)]
public sealed class FearModel(FearsQuery fears, FearService service, Viewer viewer) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public FearPage Of { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Contacts => [.. Of.Contacts.Select(c => new SelectListItem(c.Name, c.Id.ToString()))];

    public IReadOnlyList<SelectListItem> Answers => [.. Of.Answers.Select(answer => new SelectListItem(
        FearWords.Of(answer), (answer.PromiseId ?? answer.TouchpointId).ToString())
    { Group = new() { Name = $"{FearWords.By(answer)}, {answer.Day.ToString("d MMM yyyy", viewer.Culture)}" } })];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Input = new() { Version = Of.Fear.Version, Text = Of.Fear.Text, ContactId = Of.Fear.ContactId };
        return Page();
    }

    public Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken cancellation) => DoAsync(
        id, actor => service.AnswerAsync(actor, new(id, Input.Version, Input.AnswerId), cancellation), "Answered. That is worth more than a word.", cancellation);

    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancellation) => DoAsync(
        id, actor => service.ReopenAsync(actor, id, Input.Version, cancellation), "It is open again.", cancellation);

    public Task<IActionResult> OnPostChangeAsync(Guid id, CancellationToken cancellation) => DoAsync(
        id, actor => service.ChangeAsync(actor, id, Input.Version, Input.Text, Input.ContactId, cancellation), "Saved.", cancellation);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation) => DoAsync(
        id, actor => service.WithdrawAsync(actor, id, Input.Version, cancellation), "Withdrawn.", cancellation);

    private async Task<IActionResult> DoAsync(
        Guid id, Func<Services.People.Actor, Task<Result<Guid>?>> act, string flash, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || !Of.MayEdit)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (await act(this.Actor()) is not { } done)
            return NotFound();
        if (done.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = flash;
        return RedirectToPage("Fears", new { id = Of.Fear.CustomerId });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation) => (Of = (await fears.RunAsync(this.Actor(), id, cancellation))!) is not null;

    public sealed class Form
    {
        public int Version { get; set; }

        public Guid? AnswerId { get; set; }

        [StringLength(Domain.Customers.Fear.TextMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Text { get; set; }

        public Guid? ContactId { get; set; }
    }
}
