using Microsoft.AspNetCore.Mvc;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>What is due in the reader's own coming weeks, and what their past says of one promise more: read before a date is picked.</summary>
[ViewComponent(Name = "ComingWeeks")]
public sealed class ComingWeeksViewComponent(PromiseLoadQuery load) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        View("~/Pages/Promises/_ComingWeeks.cshtml", await load.RunAsync(HttpContext.ActorOrNull()!, HttpContext.RequestAborted));
}
