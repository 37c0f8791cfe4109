using TrustCoach.Domain.People;
using TrustCoach.Services.People;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>Where "/" leads: a rep to Today, a manager without customers of their own to the team, an admin alone to Settings.</summary>
public sealed class StartPage(MenuCounts counts)
{
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != "/" || !HttpMethods.IsGet(context.Request.Method) || context.ActorOrNull() is not { } actor)
        {
            await next(context);
        }
        else if (!actor.May(Thing.Today, Act.See))
        {
            context.Response.Redirect("/settings");
        }
        else if (!actor.Roles.HasFlag(Roles.Rep) && !await counts.HasOwnCustomersAsync(actor, context.RequestAborted))
        {
            context.Response.Redirect("/team");
        }
        else
        {
            await next(context);
        }
    }
}
