using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Services.People;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>The signed-in person of a request, put there by the cookie's check against the server's session.</summary>
public static class ActorAccess
{
    private static readonly object Key = new();

    public static Actor? ActorOrNull(this HttpContext context) => context.Items[Key] as Actor;

    /// <exception cref="InvalidOperationException">The page is open to people who are not signed in.</exception>
    public static Actor Actor(this PageModel page) =>
        page.HttpContext.ActorOrNull() ?? throw new InvalidOperationException("Nobody is signed in on this page.");

    internal static void Enter(this HttpContext context, Actor actor) => context.Items[Key] = actor;
}
