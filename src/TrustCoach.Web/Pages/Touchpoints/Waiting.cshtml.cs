using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>
/// What waits on a device, and the log form for when there is no network. Open to all, because browsers keep it for later: the server puts
/// nothing of anybody into it, the device does.
/// </summary>
[AllowAnonymous]
public sealed class WaitingModel(Viewer viewer) : PageModel
{
    public LogFormView View { get; private set; } = null!;

    public void OnGet()
    {
        ViewData[FieldParts.IdPrefix] = LogFormView.SheetIds;
        View = new(new LogForm(), LogChoices.None, viewer) { Offline = true, MayAdd = true, Ids = LogFormView.SheetIds };
    }
}
