using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Domain.TrustLists;
using TrustCoach.Services.TrustLists;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Lists;

/// <summary>A name on a sheet, and why it is there.</summary>
[Needs(Thing.TrustLists, Act.Edit)]
public sealed class NameModel(TwoListsBook book, TwoListsService service) : ListsPage
{
    [BindProperty] public NameForm Input { get; set; } = new();

    /// <summary>The sheet it is or was on.</summary>
    [BindProperty] public PaperSheet On { get; set; }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it stands now; null when it was taken off meanwhile.</summary>
    public ListedName? Before { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        Input = NameForm.Of(Before!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var isThere = await LoadAsync(cancellation);
        if (!isThere && !Enum.IsDefined(On))
            return NotFound();
        var saved = await service.ChangeNameAsync(this.Actor(), On, Id, Input.Version, Input.Written, cancellation);
        if (!saved.Refused(out var problem, out _))
            return Done("Saved.");
        // Who was told saves once more, over what stands there now.
        ModelState.Remove("Input.Version");
        Input.Version = Before?.Version ?? 0;
        return this.Refused(problem);
    }

    public async Task<IActionResult> OnPostTakeOffAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        await service.TakeOffAsync(this.Actor(), Id, cancellation);
        return Done("Taken off the sheet. Your history still shows it.");
    }

    private RedirectToPageResult Done(string said)
    {
        TempData["Flash"] = said;
        return RedirectToPage("Index", null, null, On.ToString().ToLowerInvariant());
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if ((await book.ReadAsync(this.Actor(), cancellation)).Lists.Find(Id) is not { } found)
            return false;
        (On, Before) = found;
        return true;
    }
}
