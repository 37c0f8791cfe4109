using Microsoft.AspNetCore.Mvc;

namespace TrustCoach.Web.Infrastructure;

/// <summary>The menu of the signed-in person, for the sidebar and the phone's bar.</summary>
[ViewComponent(Name = "Menu")]
public sealed class MenuViewComponent : ViewComponent
{
    public IViewComponentResult Invoke()
    {
        MenuItem Item(string text, string url) => new(text, url, IsCurrent: IsCurrent(url));
        return View(new Menu(
            [
                new(null, [Item("Today", "/"), Item("Customers", "/customers"), Item("Promises", "/promises")]),
                new("Team", [Item("Team credibility", "/team")]),
            ],
            [Item("Settings", "/settings")],
            "/log",
            HttpContext.User.Identity?.Name is { } name ? new(name, "/account", "/account/sign-out") : null));
    }

    private bool IsCurrent(string url) =>
        url == "/" ? HttpContext.Request.Path == "/" : HttpContext.Request.Path.StartsWithSegments(url, StringComparison.OrdinalIgnoreCase);
}
