using Microsoft.AspNetCore.Authorization;
using TrustCoach.Domain.People;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>States on a page or endpoint which line of the visibility table opens it. A page without it, and without AllowAnonymous, is closed to all.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Thing thing, Act act) : AuthorizeAttribute(PolicyOf(thing, act))
{
    public Thing Thing { get; } = thing;

    public Act Act { get; } = act;

    public static string PolicyOf(Thing thing, Act act) => $"{thing}.{act}";
}
