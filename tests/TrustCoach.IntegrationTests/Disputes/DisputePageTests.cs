using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.IntegrationTests.Disputes;

public sealed class DisputePageTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task A_rep_disputes_in_two_clicks_from_the_customers_page_and_can_undo_it()
    {
        var (scene, id) = await MissedAsync();
        using var rep = await web.SignedInAsAsync(scene.Rep);
        var link = (await rep.GetPageAsync($"/customers/{scene.CustomerId}")).QuerySelector($"a[href='/disputes/new?entry={id}']")!;
        using var raised = await rep.SubmitAsync(link.GetAttribute("href")!, ("Input.Reason", "They moved it <script>alert(1)</script> themselves."));

        raised.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var url = raised.Headers.Location!.ToString();
        var page = await rep.GetPageAsync(url);
        page.Body!.TextContent.Should().Contain("They moved it <script>alert(1)</script> themselves.").And.Contain("owes an answer by");
        page.QuerySelectorAll("script").Should().NotContain(s => s.TextContent.Contains("alert", StringComparison.Ordinal));
        (await rep.GetPageAsync($"/customers/{scene.CustomerId}")).QuerySelector($"a[href='/disputes/of/{id}']").Should().NotBeNull();
        (await rep.GetAsync(new Uri($"/disputes/new?entry={id}", UriKind.Relative))).Headers.Location!.ToString().Should().Be(url);

        using var undone = await rep.SubmitToAsync(url, "Withdraw");
        undone.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await scene.EntryAsync(id)).Status.Should().Be(LedgerStatus.Counted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Without_a_reason_the_form_comes_back_and_nothing_is_held(string reason)
    {
        var (scene, id) = await MissedAsync();
        using var rep = await web.SignedInAsAsync(scene.Rep);
        using var refused = await rep.SubmitAsync($"/disputes/new?entry={id}", ("Input.Reason", reason));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.ReadPageAsync()).Body!.TextContent.Should().Contain("Say what is wrong with it");
        (await scene.EntryAsync(id)).Status.Should().Be(LedgerStatus.Counted);
    }

    [Fact]
    public async Task Too_long_a_reason_is_kept_in_the_form()
    {
        var (scene, id) = await MissedAsync();
        using var rep = await web.SignedInAsAsync(scene.Rep);
        var typed = new string('x', Dispute.TextMaxLength + 1);
        using var refused = await rep.SubmitAsync($"/disputes/new?entry={id}", ("Input.Reason", typed));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.ReadPageAsync()).QuerySelector("textarea")!.TextContent.Trim().Should().Be(typed);
    }

    [Fact]
    public async Task The_manager_finds_it_in_menu_and_rep_page_and_answers()
    {
        var (scene, id) = await MissedAsync();
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        using var manager = await web.SignedInAsAsync(scene.Manager);
        (await manager.GetPageAsync($"/team/reps/{scene.Rep.Id}")).QuerySelector($"main a[href='/disputes/{dispute}']").Should().NotBeNull();
        var list = await manager.GetPageAsync("/disputes");
        list.QuerySelector("nav a[href='/disputes'] .menu-count")!.TextContent.Should().StartWith("1");
        list.QuerySelector($"main a[href='/disputes/{dispute}']").Should().NotBeNull();
        (await manager.GetPageAsync("/promises/to-your-reps")).QuerySelector($"main a[href='/disputes/{dispute}']").Should().NotBeNull();

        using var silent = await manager.SubmitToAsync($"/disputes/{dispute}", "Answer", ("Input.State", "Upheld"), ("Input.Answer", ""));
        silent.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var unclear = await manager.SubmitToAsync($"/disputes/{dispute}", "Answer", ("Input.Answer", "Hm."));
        unclear.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await unclear.ReadPageAsync()).QuerySelector("textarea")!.TextContent.Trim().Should().Be("Hm.");
        using var answered = await manager.SubmitToAsync($"/disputes/{dispute}", "Answer", ("Input.State", "Upheld"), ("Input.Answer", "I was there. It stands."));
        answered.StatusCode.Should().Be(HttpStatusCode.Redirect);

        using var rep = await web.SignedInAsAsync(scene.Rep);
        (await rep.GetPageAsync($"/disputes/{dispute}")).Body!.TextContent.Should().Contain(DisputeScene.Reason).And.Contain("I was there. It stands.").And.Contain("answered in time");
        (await manager.GetPageAsync("/promises/to-your-reps")).Body!.TextContent.Should().Contain("1 of 1 kept");
    }

    [Fact]
    public async Task The_manager_corrects_the_touchpoint_and_that_is_the_answer()
    {
        var (scene, id) = await MissedAsync();
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        using var manager = await web.SignedInAsAsync(scene.Manager);
        var link = (await manager.GetPageAsync($"/disputes/{dispute}")).QuerySelectorAll("a").Single(a => a.TextContent.Contains("Correct the facts", StringComparison.Ordinal));
        using var corrected = await manager.SubmitAsync(
            link.GetAttribute("href")!, ("Input.Outcome", "Met"), ("Input.Reason", "They told me it was fine."));
        corrected.Headers.Location!.ToString().Should().Be($"/disputes/{dispute}");
        (await scene.DisputeAsync(dispute)).Should().BeEquivalentTo(new { State = DisputeState.Corrected, Answer = "They told me it was fine." });
    }

    [Fact]
    public async Task Somebody_elses_event_or_dispute_is_not_there()
    {
        var (scene, id) = await MissedAsync();
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        using var colleague = await web.SignedInAsAsync(await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId));
        foreach (var url in new[] { $"/disputes/new?entry={id}", "/disputes/new?entry=nonsense", $"/disputes/{dispute}", $"/disputes/of/{id}", $"/disputes/{Guid.NewGuid()}" })
            (await colleague.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound, url);
    }

    [Fact]
    public async Task An_admin_reads_no_scores_and_sees_only_what_nobody_else_answers()
    {
        var (scene, id) = await MissedAsync();
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        using var admin = await web.SignedInAsAsync(await web.GivenAnAdminAsync(scene.Organization));
        (await admin.GetAsync(new Uri($"/disputes/{dispute}", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await using (var db = scene.Db())
            await db.Teams.ExecuteUpdateAsync(s => s.SetProperty(t => t.ManagerId, (Guid?)null));
        var page = await admin.GetPageAsync($"/disputes/{dispute}");
        page.Body!.TextContent.Should().Contain("You owe an answer").And.NotContain("What it weighs today");
        page.QuerySelectorAll("main a").Should().NotContain(a => a.GetAttribute("href")!.StartsWith("/touchpoints/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Empty_pages_teach()
    {
        var scene = await Scene.SetAsync(web);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        using var manager = await web.SignedInAsAsync(scene.Manager);
        (await rep.GetPageAsync("/disputes")).Body!.TextContent.Should().Contain("choose Dispute");
        (await rep.GetPageAsync("/disputes/new")).Body!.TextContent.Should().Contain("choose Dispute");
        (await manager.GetPageAsync("/promises/to-your-reps")).Body!.TextContent.Should().Contain("same clock");
    }

    private async Task<(Scene Scene, Guid Id)> MissedAsync()
    {
        var scene = await Scene.SetAsync(web);
        for (var ago = 3; ago > 0; ago--)
            await scene.LogAsync(Outcome.Met, scene.Now.AddDays(-ago));
        return (scene, (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId);
    }
}
