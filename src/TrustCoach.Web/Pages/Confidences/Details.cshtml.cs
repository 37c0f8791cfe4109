using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Services.Confidences;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Confidences;

/// <summary>One thing that was told in confidence: to be put into other words, or let go of.</summary>
[Needs(Thing.Secret, Act.Edit)]
public sealed class DetailsModel(SecretService secrets, PromisesQuery query, Viewer viewer) : SecretsPage(query)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public KeptSecret Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (Of.Secret is not null)
            Input = SecretForm.Of(Of, viewer.Culture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || Of.Secret is null)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (await secrets.ChangeAsync(this.Actor(), Id, Input.Version, Input.Said, cancellation) is not { } changed)
            return NotFound();
        if (changed.Refused(out var problem, out _))
        {
            // Who was told saves once more, over what stands there now.
            ModelState.Remove("Input.Version");
            Input.Version = Of.Version;
            return this.Refused(problem);
        }

        TempData["Flash"] = "Saved, for your eyes only.";
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostLetGoAsync(CancellationToken cancellation)
    {
        if (!await secrets.LetGoAsync(this.Actor(), Id, cancellation))
            return NotFound();
        TempData["Flash"] = "Let go of. Nothing of it is left.";
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await secrets.FindAsync(this.Actor(), Id, cancellation) is not { } found)
            return false;
        Of = found;
        await LoadCustomersAsync(cancellation);
        return true;
    }
}
