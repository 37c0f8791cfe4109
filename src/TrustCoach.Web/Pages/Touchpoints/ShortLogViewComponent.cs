using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>The short log form of Today: who, how it went, saved; the rest is one click away and loses nothing.</summary>
[ViewComponent(Name = "ShortLog")]
public sealed class ShortLogViewComponent(LogChoicesQuery choices, Viewer viewer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var actor = HttpContext.ActorOrNull()!;
        var offered = await choices.RunAsync(actor, new(), HttpContext.RequestAborted);
        return View("~/Pages/Touchpoints/_LogForm.cshtml", LogFormView.Empty(offered, viewer, "/", compact: true) with { MayAdd = actor.May(Thing.Customer, Act.Edit) });
    }
}
