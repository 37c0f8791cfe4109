using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Isolation;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Web.Pages.Find;

namespace TrustCoach.IntegrationTests.Find;

public sealed class FindTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Finds_what_one_may_see_by_name_words_and_typing_errors()
    {
        var scene = await Scene.SetAsync(web, customer: "Kestrel Foods");
        await using (var db = scene.Db())
        {
            db.Add(Contact.Add(scene.Organization.Id, Guid.CreateVersion7(), scene.CustomerId, "Ilse Brandström", null, null, null).Value);
            await db.SaveChangesAsync();
        }

        (await scene.LogAsync(Outcome.Met)).Refused(out _, out var logged);
        await using (var db = scene.Db())
            await db.Touchpoints.Where(t => t.Id == logged!.TouchpointId).ExecuteUpdateAsync(set => set.SetProperty(t => t.Summary, "Walked 100% of the depot with Ilse"));
        using var client = await web.SignedInAsAsync(scene.Rep);
        (await FoundAsync(client, "kest")).Should().Equal("Kestrel Foods");
        (await FoundAsync(client, "kestrl")).Should().Equal("Kestrel Foods");
        (await FoundAsync(client, "brandstrom")).Should().Equal("Ilse Brandström");
        (await FoundAsync(client, "depot walked")).Should().Equal("Walked 100% of the depot with Ilse");
        (await FoundAsync(client, "100% of")).Should().Equal("Walked 100% of the depot with Ilse");
        (await FoundAsync(client, "%%%")).Should().BeEmpty();
        (await FoundAsync(client, "promis")).Should().Contain(["Promises", "New promise"]);
        (await FoundAsync(client, "audit")).Should().BeEmpty("a rep has no audit to open");
    }

    [Fact]
    public async Task Finds_nothing_of_another_organization_nor_of_another_rep()
    {
        var (world, stranger) = (await World.MakeAsync(web), await Scene.SetAsync(web));
        using var client = await web.SignedInAsAsync(stranger.Rep);
        (await FoundAsync(client, world.Secret)).Should().BeEmpty();
        using var colleague = await web.SignedInAsAsync(await web.GivenARepAsync(world.Organization));
        (await FoundAsync(colleague, world.Secret)).Should().BeEmpty();
        using var own = await web.SignedInAsAsync(world.Rep);
        (await FoundAsync(own, world.Secret)).Should().HaveCountGreaterThan(4);
        using var admin = await web.SignedInAsAsync(world.Admin);
        (await FoundAsync(admin, world.Secret)).Should().OnlyContain(name => name.EndsWith(" customer") || name.EndsWith(" contact"), "an admin sees who is there, not what was said");
    }

    [Fact]
    public async Task Remembers_what_was_opened_lately_and_answers_nonsense()
    {
        var scene = await Scene.SetAsync(web, customer: "Kestrel Foods");
        using var client = await web.SignedInAsAsync(scene.Rep);
        await using (var db = scene.Db())
        {
            var now = scene.Now.UtcDateTime;
            await db.Database.ExecuteSqlAsync($"insert into relationship_visits (organization_id, person_id, relationship_id, last_at) values ({scene.Organization.Id}, {scene.Rep.Id}, {scene.RelationshipId}, {now})");
        }

        (await FoundAsync(client, "")).Should().Equal("Kestrel Foods");
        foreach (var nonsense in new[] { "%00", "'; drop table customers; --", new string('x', 5000), "\\", "_" })
        {
            using var response = await client.GetAsync(new Uri($"/find?q={nonsense}", UriKind.Relative));
            response.StatusCode.Should().Be(HttpStatusCode.OK, nonsense);
        }
    }

    [Fact]
    public void Every_page_that_can_be_found_is_there()
    {
        var destinations = web.Services.GetRequiredService<Destinations>();
        Destinations.All.Where(page => destinations.EndpointOf(page.Url) is null).Should().BeEmpty();
    }

    private static async Task<List<string>> FoundAsync(HttpClient client, string typed)
    {
        using var page = await client.GetPageAsync($"/find?q={Uri.EscapeDataString(typed)}");
        return [.. page.QuerySelectorAll("#found .found-name").Select(name => name.TextContent)];
    }
}
