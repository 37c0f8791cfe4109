using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Services.Records;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Progress;

/// <summary>What others changed on one's own record, the newest first.</summary>
[Needs(Thing.Progress, Act.See)]
public sealed class RecordModel(NewsQuery news, RecordService records) : ReadPage<NewsPage>
{
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellation) =>
        Show(await news.RunAsync(this.Actor(), number ?? 1, cancellation));

    // A press says that it was read; opening the page does not: a browser may open it by itself.
    public async Task<IActionResult> OnPostReadAsync(DateTimeOffset? upTo, CancellationToken cancellation)
    {
        if (upTo is not { } at)
            return RedirectToPage();
        await records.ReadUpToAsync(this.Actor(), at, cancellation);
        TempData["Flash"] = "Read. Whoever coaches you may read it now, too.";
        return RedirectToPage("Index");
    }
}
