using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Goals;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Services.TrustLists;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.BrowserTests.Pages;

/// <summary>Every page the app serves, as an address of the demo with somebody who may open it; taken from the app's own routes, so that a new page is in it.</summary>
public sealed class DemoAddresses(DemoBrowser browser)
{
    private static readonly string[] Visitors = ["Hanna", "Ingrid", "Maren"];

    /// <summary>Pages of one kind by visitor; nobody's name for those who are not signed in.</summary>
    public async Task<ILookup<string, string>> AllAsync()
    {
        var actors = new List<(string Name, Services.People.Actor Actor)>();
        foreach (var name in Visitors)
            actors.Add((name, await browser.ActorAsync(await browser.PersonAsync(name))));
        var ids = await IdsAsync();
        return Pages().Select(page => (
                Visitor: page.Needs is { } needs ? actors.First(a => a.Actor.May(needs.Thing, needs.Act)).Name : "",
                Url: UrlOf(page.Route, ids)))
            .ToLookup(page => page.Visitor, page => page.Url);
    }

    private IEnumerable<(string Route, NeedsAttribute? Needs)> Pages() => (
        from endpoint in browser.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
        select ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint.Metadata.GetMetadata<NeedsAttribute>())).Distinct();

    private static string UrlOf(string route, Dictionary<string, Guid> ids)
    {
        route = route.Replace("{slug}", "name-the-expectation", StringComparison.Ordinal);
        if (!route.Contains('{', StringComparison.Ordinal))
            return route;
        var kind = ids.Keys.Where(prefix => route.StartsWith(prefix, StringComparison.Ordinal)).MaxBy(prefix => prefix.Length)
            ?? throw new InvalidOperationException($"Say in {nameof(DemoAddresses)} which id opens {route}.");
        return route.Replace("{id:guid}", ids[kind].ToString(), StringComparison.Ordinal).Replace("{entry:guid}", ids[kind].ToString(), StringComparison.Ordinal).Replace("{trait}", "punctuality", StringComparison.Ordinal);
    }

    private async Task<Dictionary<string, Guid>> IdsAsync()
    {
        var (hanna, tomas) = (await browser.PersonAsync("Hanna"), await browser.PersonAsync("Tomas"));
        await using var db = browser.Db();
        var promises = db.Promises.Where(p => p.RepId == hanna.Id && p.Direction == Direction.Ours);
        var open = await promises.Where(p => p.State == PromiseState.Open).OrderBy(p => p.DueAt).LastAsync();
        var dispute = await db.Disputes.SingleAsync(d => d.RepId == hanna.Id && d.State == DisputeState.Open);
        return new()
        {
            ["/customers/"] = open.CustomerId,
            ["/promises/"] = open.Id,
            ["/promises/{id:guid}/undo"] = (await promises.Where(p => p.State == PromiseState.Kept).OrderBy(p => p.DueAt).LastAsync()).Id,
            ["/fears/"] = (await db.Fears.Where(f => f.NotedBy == hanna.Id).OrderBy(f => f.NotedOn).FirstAsync()).Id,
            ["/links/"] = (await db.CustomerLinks.Where(l => l.NotedBy == hanna.Id).OrderBy(l => l.NotedAt).FirstAsync()).Id,
            ["/opportunities/"] = (await db.Opportunities.Where(o => o.RepId == hanna.Id && o.OfferedOn != null).OrderBy(o => o.LastStepOn).FirstAsync()).Id,
            ["/touchpoints/"] = (await db.Touchpoints.Where(t => t.RepId == hanna.Id && t.Outcome != Outcome.Pending && t.VoidedAt == null).OrderBy(t => t.HappenedAt).LastAsync()).Id,
            ["/repairs/"] = (await db.RepairPlans.SingleAsync(p => p.RepId == hanna.Id)).EntryId,
            ["/goals/"] = (await db.Goals.Where(g => g.RepId == hanna.Id && g.State == GoalState.Agreed).OrderByDescending(g => g.StartsOn).FirstAsync()).Id,
            ["/lists/"] = await ListedAsync(hanna),
            ["/confidences/"] = (await db.SealedSecrets.Where(s => s.PersonId == hanna.Id).OrderBy(s => s.Id).FirstAsync()).Id,
            ["/disputes/"] = dispute.Id,
            ["/disputes/of/"] = dispute.EntryId,
            ["/disputes/{id:guid}/correct"] = (await db.Disputes.SingleAsync(d => d.RepId == tomas.Id && d.State == DisputeState.Open)).Id,
            ["/coaching/"] = (await db.CoachingSessions.SingleAsync(s => s.RepId == hanna.Id && s.State == SessionState.Planned)).Id,
            ["/coaching/items/"] = (await db.AgendaItems.SingleAsync(i => i.RepId == hanna.Id && i.SettledAt == null)).Id,
            ["/coaching/promises/"] = (await db.CoachingPromises.SingleAsync(p => p.RepId == hanna.Id && p.ByRep && p.State == PromiseState.Open)).Id,
            ["/managers/"] = (await browser.PersonAsync("Ingrid")).Id,
            ["/team/reps/"] = tomas.Id,
            ["/team/{id:guid}"] = tomas.TeamId!.Value,
            ["/reps/"] = hanna.Id,
            ["/settings/people/"] = tomas.Id,
            ["/settings/teams/"] = tomas.TeamId!.Value,
            ["/settings/imports/"] = Guid.Empty, // made and looked at by a test of its own
        };
    }

    // Only the app itself can open what is sealed for her.
    private async Task<Guid> ListedAsync(GivenPerson rep)
    {
        var actor = await browser.ActorAsync(rep);
        await using var scope = browser.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TrustCoachDb>().EnterAsync(actor.OrganizationId, CancellationToken.None);
        return (await scope.ServiceProvider.GetRequiredService<TwoListsBook>().ReadAsync(actor, CancellationToken.None)).Lists.Trusted[0].Id;
    }
}
