using Microsoft.AspNetCore.Authorization;
using TrustCoach.Domain.People;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>Makes every line of the visibility table a policy, and closes everything that names none.</summary>
public static class VisibilityPolicies
{
    public static IServiceCollection AddVisibilityPolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder()
            // An address that is no page is answered by "there is nothing here", signed in or not.
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(
                context => context.Resource is HttpContext http && (http.GetEndpoint() is null || http.ActorOrNull() is not null)).Build());
        foreach (var (thing, act) in Visibility.Grants.Select(g => (g.Thing, g.Act)).Distinct())
        {
            authorization.AddPolicy(NeedsAttribute.PolicyOf(thing, act), policy => policy.RequireAssertion(
                context => context.Resource is HttpContext http && http.ActorOrNull()?.May(thing, act) == true));
        }

        return services;
    }
}
