using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.People;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Isolation;

/// <summary>Every page and every handler, asked for with ids of another organization and of another rep: nothing is shown, nothing is changed.</summary>
public sealed class ForeignIdsTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Another_organizations_ids_open_and_change_nothing()
    {
        var (mine, theirs) = (await World.MakeAsync(web), await World.MakeAsync(web));
        foreach (var person in new[] { mine.Rep, mine.Manager, mine.Admin })
            await TryEverythingAsync(person, theirs);
    }

    [Fact]
    public async Task Another_reps_ids_open_and_change_nothing()
    {
        var theirs = await World.MakeAsync(web);
        var mine = await World.MakeAsync(web, theirs.Organization);
        foreach (var person in new[] { mine.Rep, mine.Manager })
            await TryEverythingAsync(person, theirs);
    }

    private async Task TryEverythingAsync(GivenPerson person, World theirs)
    {
        using var client = await web.SignedInAsAsync(person);
        using var profile = await client.GetPageAsync("/account/sign-out");
        var token = profile.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var before = await StateAsync(theirs);
        foreach (var (route, handlers) in PagesWithIds())
        {
            // Every page is asked for with every kind of id by the rep; what can be pressed, and the others, with the kinds it is made for.
            var made = theirs.IdsOf(route.TrimStart('/')).ToHashSet();
            foreach (var id in theirs.Ids.Where(id => id != person.Organization.Id && (person.Roles == Roles.Rep || made.Contains(id))))
            {
                var url = UrlOf(route, id);
                using (var shown = await client.GetAsync(new Uri(url, UriKind.Relative)))
                    await ShouldTellNothingAsync(shown, $"GET {url}", theirs);
                foreach (var handler in made.Contains(id) ? handlers : [])
                    await PostAsync(client, $"{url}?handler={handler}", token, theirs);
            }
        }

        (await StateAsync(theirs)).Should().Be(before, "nothing of theirs may change");
    }

    private static async Task PostAsync(HttpClient client, string url, string token, World theirs)
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Input.Reason", "because"),
            KeyValuePair.Create("Input.State", "Voided"), KeyValuePair.Create("Input.Answer", "because")]);
        using var answer = await client.PostAsync(new Uri(url, UriKind.Relative), content);
        await ShouldTellNothingAsync(answer, $"POST {url}", theirs);
    }

    private static async Task ShouldTellNothingAsync(HttpResponseMessage response, string what, World theirs)
    {
        response.StatusCode.Should().BeOneOf([HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest], what);
        (await response.Content.ReadAsStringAsync()).Should().NotContain(theirs.Secret, what);
    }

    /// <summary>The pages whose address carries an id, with their POST handlers.</summary>
    private IEnumerable<(string Route, IReadOnlyList<string> Handlers)> PagesWithIds() =>
        from endpoint in web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let page = endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() ?? endpoint.Metadata.GetMetadata<PageActionDescriptor>()
        where page is not null && endpoint.RoutePattern.Parameters.Count > 0
        let route = endpoint.RoutePattern.RawText!
        where !route.StartsWith("error", StringComparison.OrdinalIgnoreCase)
        select (route, HandlersOf(page));

    private IReadOnlyList<string> HandlersOf(PageActionDescriptor page)
    {
        var compiled = page as CompiledPageActionDescriptor
            ?? web.Services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult();
        return [.. compiled.HandlerTypeInfo.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal))
            .Select(m => m.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal))];
    }

    private static string UrlOf(string route, Guid id)
    {
        var segments = route.Split('/').Select(segment => segment.StartsWith('{') ? segment.Contains("trait", StringComparison.OrdinalIgnoreCase) ? "Honesty" : id.ToString() : segment);
        return "/" + string.Join('/', segments);
    }

    private async Task<string> StateAsync(World world)
    {
        await using var db = web.Db(world.Organization);
        var customer = await db.Customers.AsNoTracking().SingleAsync(c => c.Id == world.Customer.Id);
        var touchpoint = await db.Touchpoints.AsNoTracking().SingleAsync(t => t.Id == world.Touchpoint.Id);
        var promise = await db.Promises.AsNoTracking().SingleAsync(p => p.Id == world.Promise.Id);
        var dispute = await db.Disputes.AsNoTracking().SingleAsync(d => d.Id == world.Dispute.Id);
        var plan = await db.RepairPlans.AsNoTracking().SingleAsync(p => p.Id == world.Plan.Id);
        var session = await db.CoachingSessions.AsNoTracking().SingleAsync(s => s.Id == world.Session.Id);
        var item = await db.AgendaItems.AsNoTracking().SingleAsync(i => i.Id == world.Item.Id);
        var agreed = await db.CoachingPromises.AsNoTracking().SingleAsync(p => p.Id == world.Agreed.Id);
        var fear = await db.Fears.AsNoTracking().SingleAsync(f => f.Id == world.Fear.Id);
        var link = await db.CustomerLinks.AsNoTracking().SingleAsync(l => l.Id == world.Link.Id);
        var opportunity = await db.Opportunities.AsNoTracking().SingleAsync(o => o.Id == world.Opportunity.Id);
        var goal = await db.Goals.AsNoTracking().SingleAsync(g => g.Id == world.Goal.Id);
        var import = await db.ImportRuns.AsNoTracking().SingleAsync(i => i.Id == world.Import.Id);
        var people = await db.People.AsNoTracking().Where(p => p.Id == world.Rep.Id || p.Id == world.Manager.Id).OrderBy(p => p.Id).ToListAsync();
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == world.Team.Id);
        return string.Join('|', customer.Version, customer.ArchivedAt, touchpoint.Version, promise.Version, promise.State, dispute.State, plan.Version, session.Version, session.WordsVersion, session.SharedVersion, item.Version, item.SettledAt, agreed.State, agreed.AskedDay, fear.Version, link.Version, await db.CustomerLinks.CountAsync(), opportunity.Version, goal.Version, await db.Goals.CountAsync(), await db.Fears.CountAsync(), (await db.TimesOfNeed.AsNoTracking().SingleAsync(n => n.Id == world.Need.Id)).Version, await db.TimesOfNeed.CountAsync(), await db.CloseCalls.CountAsync(), await db.SelfChecks.CountAsync(), await db.TeamLessons.CountAsync(), import.State, team.Name, team.ManagerId,
            string.Join(',', people.Select(p => $"{p.Name}{p.Roles}{p.DeactivatedAt}")),
            await db.Touchpoints.CountAsync(t => t.CustomerId == world.Customer.Id), await db.Contacts.CountAsync(c => c.CustomerId == world.Customer.Id),
            await db.Relationships.CountAsync(r => r.CustomerId == world.Customer.Id && r.EndedOn == null));
    }
}
