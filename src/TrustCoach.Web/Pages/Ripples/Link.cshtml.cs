using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Ripples;
using TrustCoach.Services.People;
using TrustCoach.Services.Ripples;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Ripples;

/// <summary>One link: its note in other words, or gone.</summary>
[Needs(Thing.Link, Act.See)]
public sealed class LinkModel(LinksQuery links, LinkService service) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>The customer one came from.</summary>
    [BindProperty(SupportsGet = true)] public Guid? At { get; set; }

    public LinkPage Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Input = new() { Version = Of.Link.Version, Note = Of.Link.Other!.Note };
        return Page();
    }

    public Task<IActionResult> OnPostChangeAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, actor => service.ChangeAsync(actor, id, Input.Version, Input.Note, cancellation), "Saved.", null, cancellation);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, actor => service.RemoveAsync(actor, id, Input.Version, cancellation), "Removed.", Url.Page("Link", "PutBack", new { id, at = At }), cancellation);

    public async Task<IActionResult> OnPostPutBackAsync(Guid id, CancellationToken cancellation)
    {
        if (await service.PutBackAsync(this.Actor(), id, cancellation) is not { } done)
            return NotFound();
        (TempData["Flash"], TempData["FlashKind"]) = done.Refused(out var problem, out _) ? (problem.Message, "refused") : ("It is back.", null);
        return At is { } at ? RedirectToPage("Links", new { id = at }) : RedirectToPage("Link", new { id });
    }

    private async Task<IActionResult> DoAsync(Guid id, Func<Actor, Task<Result<Guid>?>> act, string flash, string? undo, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || !Of.Link.MayEdit)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (await act(this.Actor()) is not { } done)
            return NotFound();
        if (done.Refused(out var problem, out _))
            return this.Refused(problem);
        (TempData["Flash"], TempData["UndoUrl"]) = (flash, undo);
        return RedirectToPage("Links", new { id = Of.CustomerId });
    }

    // Of a link whose other end the reader does not see there is nothing to tell but that it is there.
    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation) =>
        (Of = (await links.RunAsync(this.Actor(), id, At, cancellation))!) is { Link.Other: not null };

    public sealed class Form
    {
        public int Version { get; set; }

        [StringLength(CustomerLink.NoteMaxLength, ErrorMessage = "Keep the note to {1} characters.")] public string? Note { get; set; }
    }
}
