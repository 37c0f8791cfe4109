using System.Net;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.IntegrationTests.Numbers;

public sealed class NumberPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly string[] OfRep = ["roll-up", "reputation", "traits/honesty", "traits/keeping-word"];
    private static readonly string[] OfRelationship = ["forecast", "stage", "give-and-take"];

    [Fact]
    public async Task The_rep_and_the_manager_open_every_number_and_its_events()
    {
        var scene = await SceneAsync();
        using var rep = await web.SignedInAsAsync(scene.Rep);
        using var manager = await web.SignedInAsAsync(scene.Manager);
        foreach (var part in OfRep)
        {
            (await rep.GetPageAsync($"/reps/{scene.Rep.Id}/{part}")).QuerySelector("h1").Should().NotBeNull(part);
            (await manager.GetPageAsync($"/reps/{scene.Rep.Id}/{part}")).QuerySelector("h1")!.TextContent.Should().Contain(scene.Rep.Name);
        }

        foreach (var part in OfRelationship)
        {
            (await rep.GetPageAsync($"/customers/{scene.CustomerId}/why/{part}")).QuerySelector("h1").Should().NotBeNull(part);
            (await manager.GetPageAsync($"/customers/{scene.CustomerId}/why/{part}?rep={scene.Rep.Id}")).Body!.TextContent.Should().Contain(scene.Rep.Name);
        }

        (await rep.GetPageAsync($"/customers/{scene.CustomerId}/why/forecast")).QuerySelectorAll("tbody a").Should().HaveCount(4);
        (await manager.GetPageAsync("/team/roll-up")).QuerySelector($"a[href='/reps/{scene.Rep.Id}/roll-up']").Should().NotBeNull();
    }

    [Fact]
    public async Task A_stage_says_which_conditions_go_together_and_which_are_enough_alone()
    {
        var scene = await SceneAsync();
        using var rep = await web.SignedInAsAsync(scene.Rep);
        using var page = await rep.GetPageAsync($"/customers/{scene.CustomerId}/why/stage");

        var atRisk = page.QuerySelectorAll(".card").Single(card => card.QuerySelector("h2")!.TextContent.Trim() == "At risk");
        atRisk.TextContent.Should().Contain("Any one of these 3 groups is enough:");
        atRisk.QuerySelectorAll("[role=group]").Select(group => (group.QuerySelector("p")!.TextContent, group.QuerySelectorAll("li").Length)).Should().Equal(
            ("Group 1: both of these", 2), ("Group 2: both of these", 2), ("Group 3: this alone", 1));
        page.Body!.TextContent.Should().Contain("Needs all 4 of these").And.NotContain("Group 4");
    }

    [Fact]
    public async Task Somebody_elses_numbers_are_not_there_and_an_admin_sees_none()
    {
        var scene = await SceneAsync();
        using var colleague = await web.SignedInAsAsync(await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId));
        using var stranger = await web.SignedInAsAsync(await web.GivenAManagerAsync(scene.Organization));
        using var admin = await web.SignedInAsAsync(await web.GivenAnAdminAsync(scene.Organization));
        foreach (var url in OfRep.Select(p => $"/reps/{scene.Rep.Id}/{p}").Concat(OfRelationship.Select(p => $"/customers/{scene.CustomerId}/why/{p}")))
        {
            foreach (var other in new[] { colleague, stranger })
                (await other.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound, url);
            (await admin.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Forbidden, url);
        }
    }

    [Fact]
    public async Task A_new_rep_and_a_new_customer_have_pages_that_teach()
    {
        var scene = await Scene.SetAsync(web);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        foreach (var url in OfRep.Select(p => $"/reps/{scene.Rep.Id}/{p}").Concat(OfRelationship.Select(p => $"/customers/{scene.CustomerId}/why/{p}")))
            (await rep.GetPageAsync(url)).QuerySelector("h1").Should().NotBeNull(url);
        (await rep.GetPageAsync("/calibration")).Body!.TextContent.Should().Contain("A week is added when it has closed");
    }

    private async Task<Scene> SceneAsync()
    {
        var scene = await Scene.SetAsync(web);
        for (var ago = 4; ago > 0; ago--)
            await scene.LogAsync(ago == 2 ? Outcome.Missed : Outcome.Met, scene.Now.AddDays(-ago));
        return scene;
    }
}
