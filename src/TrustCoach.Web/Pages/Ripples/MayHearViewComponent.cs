using Microsoft.AspNetCore.Mvc;
using TrustCoach.Services.Ripples;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Ripples;

/// <summary>Who may hear of a breach, on the pages where it can be read. Nothing while nothing counts, or where the reader knows nothing of the customer.</summary>
[ViewComponent(Name = "MayHear")]
public sealed class MayHearViewComponent(RippleQuery ripples) : ViewComponent
{
    /// <param name="of">Null when no breach counts: none happened, or it is disputed or withdrawn.</param>
    /// <param name="asks">Shown with a hint even when nobody is linked.</param>
    public async Task<IViewComponentResult> InvokeAsync(RippleOf? of, bool asks)
    {
        var actor = HttpContext.ActorOrNull()!;
        return of is not null && await ripples.RunAsync(actor, of, HttpContext.RequestAborted) is { } page && (page.Heard.Count > 0 || (asks && page.MayEdit))
            ? View("~/Pages/Ripples/_MayHear.cshtml", page)
            : Content("");
    }
}
