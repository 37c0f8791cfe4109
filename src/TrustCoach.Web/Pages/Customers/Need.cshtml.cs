using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.People;
using TrustCoach.Services.Customers;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>When did they need us, and how soon were we there?</summary>
[Needs(Thing.TimeOfNeed, Act.See)]
public sealed class NeedModel(NeedsQuery needs, NeedService service, Viewer viewer) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public NeedsPage Of { get; private set; } = null!;

    public DateTimeOffset Now => viewer.Now;

    public IReadOnlyList<SelectListItem> Contacts => [.. Of.Contacts.Select(c => new SelectListItem(c.Name, c.Id.ToString()))];

    public string? LogUrl => Of.LogsForRepId is not { } rep ? null
        : $"/log?customer={Of.CustomerId}{(rep == this.Actor().PersonId ? "" : $"&rep={rep}")}&returnUrl=%2Fcustomers%2F{Of.CustomerId}%2Fneed";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Input = Of.Open is not { } open ? new() { Key = Guid.CreateVersion7(viewer.Now) } : new()
        {
            NeedId = open.Id,
            Version = open.Version,
            Text = open.Text,
            ContactId = open.ContactId,
            StartedAt = TypedDate.Of(DayAndHour.Of(open.StartedAt, viewer.Zone), viewer.Culture),
        };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation) => DoAsync(
        id, actor => service.MarkAsync(actor, new(Input.Key, id, Input.ToDetails(viewer.Zone, null)), cancellation),
        "Marked. Get in touch first; then log it, and the first response is measured.", cancellation);

    public Task<IActionResult> OnPostChangeAsync(Guid id, CancellationToken cancellation) => DoAsync(
        id, actor => service.ChangeAsync(actor, Input.NeedId, Input.Version, Input.ToDetails(viewer.Zone, Of.Open?.StartedAt), cancellation), "Saved.", cancellation);

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellation)
    {
        var done = await DoAsync(id, actor => service.EndAsync(actor, Input.NeedId, Input.Version, cancellation), "It is over.", cancellation);
        if (done is RedirectToPageResult)
            TempData["UndoUrl"] = $"/customers/{id}/need?handler=Reopen&need={Input.NeedId}&version={Input.Version + 1}";
        return done;
    }

    public Task<IActionResult> OnPostReopenAsync(Guid id, Guid need, int version, CancellationToken cancellation) => DoAsync(
        id, actor => service.ReopenAsync(actor, need, version, cancellation), "It goes on.", cancellation);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation) => DoAsync(
        id, actor => service.WithdrawAsync(actor, Input.NeedId, Input.Version, cancellation), "Withdrawn.", cancellation);

    private async Task<IActionResult> DoAsync(Guid id, Func<Actor, Task<Result<Guid>?>> act, string flash, CancellationToken cancellation)
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
        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation) => (Of = (await needs.OfAsync(this.Actor(), id, cancellation))!) is not null;

    public sealed class Form
    {
        /// <summary>Made with the form: sent twice, it marks one.</summary>
        public Guid Key { get; set; }

        public Guid NeedId { get; set; }

        public int Version { get; set; }

        [StringLength(TimeOfNeed.TextMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Text { get; set; }

        [AskedFor(DateUse.PastEncounter)] public TypedDate? StartedAt { get; set; }

        public Guid? ContactId { get; set; }

        /// <param name="known">When it began so far: unchanged words keep it, in the hour that comes twice too.</param>
        public NeedDetails ToDetails(TimeZoneInfo zone, DateTimeOffset? known)
        {
            var meant = StartedAt?.Meant;
            var at = known is { } before && meant == DayAndHour.Of(before, zone) ? before : meant?.At(zone, new(12, 0));
            return new(Text, at, ContactId);
        }
    }
}
