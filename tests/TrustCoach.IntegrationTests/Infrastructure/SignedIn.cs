using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.IntegrationTests.Infrastructure;

/// <summary>Builders and signed-in visitors on the app's own database.</summary>
public static class SignedIn
{
    public static Task<GivenOrganization> GivenAnOrganizationAsync(this WebFixture web, string name = "Northwind Sales", string timeZone = "Europe/Berlin") =>
        Given.OrganizationAsync(web.ConnectionString, name, timeZone, web.Clock.GetUtcNow());

    public static Task<Team> GivenATeamAsync(this WebFixture web, GivenOrganization organization, GivenPerson? manager = null, string? name = null) =>
        Given.TeamAsync(web.ConnectionString, organization, manager, name);

    public static Task<GivenPerson> GivenARepAsync(this WebFixture web, GivenOrganization organization, Guid? teamId = null, string? name = null) =>
        web.GivenAPersonAsync(organization, Roles.Rep, teamId, name);

    public static Task<GivenPerson> GivenAManagerAsync(this WebFixture web, GivenOrganization organization, string? name = null) =>
        web.GivenAPersonAsync(organization, Roles.Manager, null, name);

    public static Task<GivenPerson> GivenAnAdminAsync(this WebFixture web, GivenOrganization organization, string? name = null) =>
        web.GivenAPersonAsync(organization, Roles.Admin, null, name);

    public static Task<GivenPerson> GivenAPersonAsync(
        this WebFixture web, GivenOrganization organization, Roles roles, Guid? teamId = null, string? name = null) =>
        Given.PersonAsync(web.ConnectionString, organization, roles, teamId, name, now: web.Clock.GetUtcNow());

    /// <summary>A context of one organization, for arranging and looking.</summary>
    public static TrustCoachDb Db(this WebFixture web, GivenOrganization organization) => Given.Db(web.ConnectionString, organization.Id);

    /// <summary>The person as services see them.</summary>
    public static async Task<Actor> ActorAsync(this WebFixture web, GivenPerson person)
    {
        var session = await OpenSessionAsync(web, person);
        await using var scope = web.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SessionBook>()
            .EnterAsync(person.Organization.Id, person.Id, session.Id, CancellationToken.None))!;
    }

    /// <summary>A browser of this person, with a session of its own; follows no redirects.</summary>
    public static async Task<HttpClient> SignedInAsAsync(this WebFixture web, GivenPerson person)
    {
        var cookies = new CookieContainer();
        cookies.Add(web.ClientOptions.BaseAddress, new Cookie(SignInCookie.Name, await web.CookieAsync(person)));
        return web.CreateDefaultClient(new CookieContainerHandler(cookies));
    }

    /// <summary>The cookie that the sign-in page would give this person, with a new session behind it.</summary>
    public static async Task<string> CookieAsync(this WebFixture web, GivenPerson person)
    {
        var session = await OpenSessionAsync(web, person);
        var options = web.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        return options.TicketDataFormat.Protect(new AuthenticationTicket(
            SignInCookie.Principal(session),
            new AuthenticationProperties { IssuedUtc = session.CreatedAt, ExpiresUtc = session.ExpiresAt },
            CookieAuthenticationDefaults.AuthenticationScheme));
    }

    private static async Task<SignInSession> OpenSessionAsync(WebFixture web, GivenPerson person)
    {
        var now = web.Clock.GetUtcNow().ToUniversalTime();
        var session = new SignInSession(person.Organization.Id, person.Id, "Test", null, now, now + SignInService.Remembered);
        await using var db = web.Db(person.Organization);
        db.Add(session);
        await db.SaveChangesAsync();
        return session;
    }
}
