using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Domain.TrustLists;
using TrustCoach.Services.TrustLists;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Lists;

/// <summary>Asks before a name, a sheet or all of it goes for good.</summary>
[Needs(Thing.TrustLists, Act.Edit)]
public sealed class EraseModel(TwoListsBook book, TwoListsService service) : ListsPage
{
    /// <summary>The sheet to erase, or both; null while nothing is chosen.</summary>
    public ErasedPart? What { get; private set; }

    /// <summary>The name to erase; null for sheets.</summary>
    public ListedName? Name { get; private set; }

    public static string Words(ErasedPart part) => part switch
    {
        ErasedPart.Trusted => "The sheet of whom I trust",
        ErasedPart.Trusting => "The sheet of who trusts me",
        _ => "Both sheets",
    };

    /// <param name="name">The id of a name.</param>
    public async Task<IActionResult> OnGetAsync(ErasedPart? what, Guid? name, CancellationToken cancellation)
    {
        What = what is { } part && Enum.IsDefined(part) ? part : null;
        if (name is not { } id)
            return Page();
        Name = (await book.ReadAsync(this.Actor(), cancellation)).Lists.Find(id)?.Name;
        return Name is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostPartAsync(ErasedPart? what, CancellationToken cancellation)
    {
        if (what is not { } part || !Enum.IsDefined(part))
            return RedirectToPage();
        await service.EraseAsync(this.Actor(), part, cancellation);
        TempData["Flash"] = "Erased, history and all.";
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostNameAsync(Guid name, CancellationToken cancellation)
    {
        if (!await service.EraseNameAsync(this.Actor(), name, cancellation))
            return NotFound();
        TempData["Flash"] = "Erased everywhere, from the history too.";
        return RedirectToPage("Index");
    }
}
