using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Services.TrustLists;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Lists;

/// <summary>What did I write before, and when?</summary>
[Needs(Thing.TrustLists, Act.See)]
public sealed class HistoryModel(TwoListsBook book) : ListsPage
{
    /// <summary>The page, from 1.</summary>
    public int Number { get; private set; } = 1;

    public ListsHistory Of { get; private set; } = null!;

    /// <summary>The state looked at; null for none.</summary>
    public ListsState? State { get; private set; }

    /// <param name="at">The state to look at.</param>
    public async Task<IActionResult> OnGetAsync(int? at, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (at is { } version && (State = await book.StateAsync(this.Actor(), version, cancellation)) is null)
            return NotFound();
        Number = Math.Max(number ?? 1, 1);
        Of = await book.HistoryAsync(this.Actor(), Number, cancellation);
        return Page();
    }
}
