using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Practice;
using TrustCoach.Services.Practice;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Radar;

/// <summary>What nearly went wrong, and does it repeat? One's own close calls; nobody else sees them.</summary>
[Needs(Thing.CloseCall, Act.See)]
public sealed class IndexModel(RadarQuery radar, CloseCallService service, Viewer viewer) : PageModel
{
    public const int Size = 25;

    [BindProperty] public CloseCallForm Input { get; set; } = new();

    public RadarPage Of { get; private set; } = null!;

    /// <summary>The kind whose rows are shown; all when null.</summary>
    [BindProperty(SupportsGet = true, Name = "of")] public CloseCallKind? Only { get; set; }

    public int Number { get; private set; } = 1;

    public IReadOnlyList<CloseCallRow> Calls => [.. Of.Calls.Where(call => Only is null || call.Kind == Only)];

    public IReadOnlyList<CloseCallRow> Shown => [.. Calls.Skip((Number - 1) * Size).Take(Size)];

    public IReadOnlyList<SelectListItem> Kinds => [.. CloseCalls.All.Select(facts => new SelectListItem(facts.Name, facts.Kind.ToString()))];

    public IReadOnlyList<SelectListItem> Customers => [.. Of.Customers.Select(c => new SelectListItem(c.Name, c.RelationshipId.ToString()))];

    public Guid Me => this.Actor().PersonId;

    public Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellation) => LoadAsync(number, cancellation);

    /// <summary>One tap.</summary>
    public Task<IActionResult> OnPostTapAsync(Guid key, CloseCallKind? kind, Guid? relationship, string? returnUrl, CancellationToken cancellation) =>
        NoteAsync(new(key, kind, relationship), returnUrl, cancellation);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        NoteAsync(new(Input.Key, Input.Kind, Input.RelationshipId, Input.Day, Input.Note), null, cancellation);

    /// <summary>Takes it back: nothing of it stays.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(Guid call, string? returnUrl, CancellationToken cancellation)
    {
        if (!await service.TakeBackAsync(this.Actor(), call, cancellation))
            return NotFound();
        TempData["Flash"] = "Taken back: nothing of it stays.";
        return Back(returnUrl);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        await LoadAsync(null, cancellation);
        return this.Csv(RadarWords.Sheet(Of.Radar));
    }

    private async Task<IActionResult> NoteAsync(NoteCloseCall command, string? returnUrl, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await RefusedAsync(null, cancellation);
        if ((await service.NoteAsync(this.Actor(), command, cancellation)).Refused(out var problem, out var id))
            return await RefusedAsync(problem, cancellation);
        var back = Url.IsLocalUrl(returnUrl) ? returnUrl : null;
        TempData["Flash"] = $"{CloseCalls.Of(command.Kind!.Value).Name}: noted, for you alone.";
        TempData["UndoUrl"] = $"/radar?handler=TakeBack&call={id}{(back is null ? "" : $"&returnUrl={Uri.EscapeDataString(back)}")}";
        return Back(back);
    }

    private LocalRedirectResult Back(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/radar");

    private async Task<IActionResult> RefusedAsync(Problem? problem, CancellationToken cancellation)
    {
        await LoadAsync(null, cancellation);
        return this.Refused(problem);
    }

    private async Task LoadAsync(int? number, CancellationToken cancellation)
    {
        Of = await radar.RunAsync(this.Actor(), cancellation);
        Number = Math.Clamp(number ?? 1, 1, Math.Max(1, (Calls.Count + Size - 1) / Size));
        if (Input.Key == Guid.Empty)
            Input.Key = Guid.CreateVersion7(viewer.Now);
    }
}
