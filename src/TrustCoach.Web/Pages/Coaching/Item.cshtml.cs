using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Coaching;

/// <summary>Says an agenda item otherwise, or takes it off.</summary>
[Needs(Thing.Coaching, Act.Edit)]
public sealed class ItemModel(AgendaItemQuery query, AgendaService agenda) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public AgendaItemPage Of { get; private set; } = null!;

    /// <summary>The planned session it stands on the agenda of, else the list.</summary>
    public string Back => Of.SessionId is { } id ? $"/coaching/{id}#agenda" : "/coaching";

    public Crumb[] Trail => Of.SessionId is { } id ? [new Crumb("Session", $"/coaching/{id}")] : [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Input.Text = Of.Item.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await LoadAsync(id, cancellation) ? this.Refused() : NotFound();
        return await AnswerAsync(id, await agenda.RewordAsync(this.Actor(), id, Input.Text, Input.Version, cancellation), "Saved.", cancellation);
    }

    public async Task<IActionResult> OnPostTakeOffAsync(Guid id, CancellationToken cancellation)
    {
        ModelState.Clear();
        return await AnswerAsync(id, await agenda.TakeOffAsync(this.Actor(), id, cancellation), "Taken off.", cancellation);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Result<AgendaAdded>? changed, string done, CancellationToken cancellation)
    {
        if (changed is not { } result || !await LoadAsync(id, cancellation))
            return NotFound();
        if (result.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = done;
        return LocalRedirect(Back);
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
        [StringLength(AgendaItem.TextMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Text { get; set; }

        /// <summary>The version of the item that the person had before their eyes.</summary>
        public int Version { get; set; }
    }
}
