using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Ripples;
using TrustCoach.Services.Ripples;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Ripples;

/// <summary>Whom does a customer know? Its links with other customers, and a form for one more: first the other customer is found, then the rest is said.</summary>
[Needs(Thing.Link, Act.See)]
public sealed class LinksModel(LinksQuery links, LinkChoicesQuery choices, LinkService service, Viewer viewer) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>What the other customer is looked for by.</summary>
    [BindProperty(SupportsGet = true, Name = "q")] public string? Q { get; set; }

    /// <summary>The other customer, once it is chosen.</summary>
    [BindProperty(SupportsGet = true)] public Guid? With { get; set; }

    public LinksPage Of { get; private set; } = null!;

    public OtherEnd? Other { get; private set; }

    /// <summary>Null once the other customer is chosen.</summary>
    public LinkChoices? Choices { get; private set; }

    public Guid Me => this.Actor().PersonId;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        Input.Key = Guid.CreateVersion7(viewer.Now);
        return await LoadAsync(id, cancellation) && (With is null || Other is not null) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || !Of.MayEdit)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (await service.NoteAsync(this.Actor(), Input.ToCommand(id, With ?? Guid.Empty), cancellation) is not { } noted)
            return NotFound();
        if (noted.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = "Linked. It moves no score: it tells you who may hear of something.";
        return RedirectToPage(new { id, with = (Guid?)null });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await links.OfAsync(this.Actor(), id, cancellation) is not { } of)
            return false;
        Of = of;
        if (of.MayEdit)
            Other = With is { } other ? await choices.OneAsync(this.Actor(), id, other, cancellation) : null;
        if (of.MayEdit && Other is null)
            Choices = await choices.RunAsync(this.Actor(), id, Q, cancellation);
        return true;
    }

    public sealed class Form
    {
        /// <summary>Made with the form: sent twice, it notes one link.</summary>
        public Guid Key { get; set; }

        public LinkRole? As { get; set; }

        public Guid? ContactId { get; set; }

        public Guid? OtherContactId { get; set; }

        [StringLength(CustomerLink.NoteMaxLength, ErrorMessage = "Keep the note to {1} characters.")] public string? Note { get; set; }

        public NoteLink ToCommand(Guid customerId, Guid otherId) => new(Key, customerId, As, ContactId, otherId, OtherContactId, Note);
    }
}
