using System.Net;
using TrustCoach.Domain.Opportunities;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.IntegrationTests.Why;
using TrustCoach.Services.Opportunities;

namespace TrustCoach.IntegrationTests.Opportunities;

public sealed class OpportunityPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task A_rep_notes_one_from_the_customers_page_changes_it_and_withdraws_it()
    {
        var scene = await Scene.SetAsync(web);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        var link = (await rep.GetPageAsync($"/customers/{scene.CustomerId}")).QuerySelector("a[href^='/opportunities/new']")!.GetAttribute("href")!;
        using var made = await rep.SubmitAsync(link, ("Input.Name", "Six <b>pickers</b>"), ("Input.Value", "71250.50"));
        made.StatusCode.Should().Be(HttpStatusCode.Redirect);
        made.Headers.Location!.ToString().Should().Be($"/customers/{scene.CustomerId}");
        var page = await rep.GetPageAsync($"/customers/{scene.CustomerId}");
        page.Body!.TextContent.Should().Contain("Six <b>pickers</b>").And.Contain("71,250.50");

        var url = page.QuerySelector("a[href^='/opportunities/0']")!.GetAttribute("href")!;
        using var refused = await rep.SubmitAsync(url, ("Input.Name", "Six pickers"), ("Input.Stage", "Lost"));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var again = await refused.ReadPageAsync();
        again.Body!.TextContent.Should().Contain("Say on which day it was won or lost.");
        again.QuerySelector("input[name='Input.Name']")!.GetAttribute("value").Should().Be("Six pickers");
        (await rep.SubmitToAsync(url, "Withdraw")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var gone = await rep.GetAsync(new Uri(url, UriKind.Relative));
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Input.Value", "1e99"), InlineData("Input.Value", "abc"), InlineData("Input.OpenedOn", "2026-02-30"), InlineData("Input.Name", ""), InlineData("Input.RelationshipId", "")]
    public async Task Bad_input_comes_back_with_a_message(string field, string typed)
    {
        var scene = await Scene.SetAsync(web);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        (string, string)[] fields = [("Input.Name", "Pickers"), (field, typed)];
        using var refused = await rep.SubmitAsync($"/opportunities/new?customer={scene.CustomerId}", [.. fields.DistinctBy(f => f.Item1).Where(f => f.Item1 != field), (field, typed)]);
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.ReadPageAsync()).QuerySelector(".error-summary, [aria-invalid=true]").Should().NotBeNull();
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page_by_what_is_asked_and_a_strange_address_is_its_beginning()
    {
        var scene = await Scene.SetAsync(web);
        await OpenAsync(scene, 30);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        var seen = new List<string>();
        for (var url = "/opportunities"; url is not null;)
        {
            var page = await rep.GetPageAsync(url);
            seen.AddRange(page.QuerySelectorAll("main th[scope=row] a").Select(a => a.GetAttribute("href")!));
            url = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        seen.Should().HaveCount(30).And.OnlyHaveUniqueItems();
        (await rep.GetPageAsync("/opportunities?show=won")).Body!.TextContent.Should().Contain("Nothing was won yet.");
        (await rep.GetPageAsync("/opportunities?show=%00&after=zzz")).QuerySelectorAll("main th[scope=row]").Should().HaveCount(OpportunitiesQuery.PageSize);
    }

    [Fact]
    public async Task An_admin_sees_values_and_no_score_and_changes_nothing()
    {
        var scene = await Scene.SetAsync(web);
        var id = (await OpenAsync(scene, 1))[0];
        var admin = await web.GivenAnAdminAsync(scene.Organization);
        using var client = await web.SignedInAsAsync(admin);
        var list = await client.GetPageAsync("/opportunities");
        list.Body!.TextContent.Should().Contain("Pickers 0").And.NotContain("Credibility at the offer").And.NotContain("Won and lost");
        (await client.GetPageAsync($"/opportunities/{id}")).QuerySelector("form[data-draft]").Should().BeNull();
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task One_statement_a_page_and_two_for_what_it_teaches(int count)
    {
        var scene = await Scene.SetAsync(web);
        await OpenAsync(scene, count);
        var counter = new CommandCounter();
        var rows = await scene.AskAsync(scene.Rep, async (db, _, actor) =>
        {
            var page = await new OpportunitiesQuery(db).RunAsync(actor, OpportunityShow.All, null, default);
            await new OfferComparisonQuery(db).RunAsync(actor, default);
            await new OfferComparisonQuery(db).LostAsync(actor, default);
            return page.Rows.Count;
        }, counter);
        (rows, counter.Count).Should().Be((count, 3));
        counter.Reset();
        await scene.AskAsync(scene.Rep, (db, _, actor) => new RisksAndOffersQuery(db).RunAsync(actor, scene.CustomerId, scene.RelationshipId, default), counter);
        counter.Count.Should().Be(1);
    }

    [Fact]
    public async Task Three_won_and_three_lost_are_compared()
    {
        var scene = await Scene.SetAsync(web);
        await using (var db = scene.Db())
        {
            var today = DateOnly.FromDateTime(scene.Now.DateTime);
            for (var i = 0; i < 6; i++)
            {
                var opportunity = Opportunity.Open(
                    new(scene.Organization.Id, Guid.CreateVersion7(), scene.RelationshipId, scene.Rep.Id, scene.CustomerId),
                    new($"Pickers {i}", null, i < 3 ? OpportunityStage.Won : OpportunityStage.Lost, today.AddDays(-9), today.AddDays(-5), today, DecidedBy.Price), today).Value;
                db.Add(opportunity);
                db.Entry(opportunity).Property(o => o.OfferCredibility).CurrentValue = (i < 3 ? 80 : 50) + (2 * (i % 3));
            }

            await db.SaveChangesAsync();
        }

        using var rep = await web.SignedInAsAsync(scene.Rep);
        (await rep.GetPageAsync("/opportunities")).Body!.TextContent.Should().Contain("30 points above those lost, 80 % between 27 and 33");
    }

    private static async Task<List<Guid>> OpenAsync(Scene scene, int count)
    {
        await using var db = scene.Db();
        var today = DateOnly.FromDateTime(scene.Now.DateTime);
        var opened = Enumerable.Range(0, count).Select(i => Opportunity.Open(
            new(scene.Organization.Id, Guid.CreateVersion7(), scene.RelationshipId, scene.Rep.Id, scene.CustomerId),
            new($"Pickers {i}", 10 * i, OpportunityStage.OpenTalks, today.AddDays(-i / 3)), today).Value).ToList();
        db.AddRange(opened);
        await db.SaveChangesAsync();
        return opened.ConvertAll(o => o.Id);
    }
}
