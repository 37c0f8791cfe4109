using System.Net;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.IntegrationTests.Repairs;

public sealed class RepairPageTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task A_breach_is_put_right_in_four_steps_and_the_apology_takes_two_taps()
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        var url = $"/repairs/{miss}";
        (await rep.GetPageAsync($"/customers/{scene.CustomerId}")).QuerySelector($"a[href='{url}']").Should().NotBeNull("the customer's page says what wants putting right");
        (await rep.GetPageAsync($"/customers/{scene.CustomerId}/why")).QuerySelector($"a[href='{url}']").Should().NotBeNull();
        (await rep.GetPageAsync($"/touchpoints/{miss}")).QuerySelector($"a[href='{url}']").Should().NotBeNull();
        (await rep.GetPageAsync(url)).QuerySelector("h1 + *")!.TextContent.Should().Contain("own it");

        await DoneAsync(rep.SubmitToAsync(url, "Apologize"));
        await DoneAsync(rep.SubmitToAsync(url, "MakeGood", ("MakeGood.Summary", "Sent a courier.")));
        await DoneAsync(rep.SubmitToAsync(url, "Change", ("Change.Change", "I confirm each date in writing.")));
        for (var i = 1; i <= RepairPlan.PromisesToKeep; i++)
        {
            await DoneAsync(rep.SubmitToAsync(url, "Promise", ("Promise.Text", $"Small thing {i}"), ("Promise.DueDay", $"{scene.Now.AddDays(i):yyyy-MM-dd}")));
        }

        var page = await rep.GetPageAsync(url);
        page.Body!.TextContent.Should().Contain("It gave").And.Contain("0 of 3 kept, 3 open").And.Contain("Next: Small thing 1, due tomorrow");
        page.QuerySelector("form[action*='handler=Promise']").Should().BeNull("three small promises are enough");
        foreach (var promise in (await scene.PlanAsync(miss))!.Promises)
            await scene.KeepAsync(promise.Id);
        await DoneAsync(rep.SubmitToAsync(url, "Asked", ("Asked.Answer", "They said it is fine now.")));

        var plan = (await scene.PlanAsync(miss))!;
        plan.State.Should().Be(RepairState.Done);
        plan.Apology!.Kind.Should().Be(EvidenceKind.Apology);
        plan.MadeGood!.Text.Should().Be("Sent a courier.");
        (await rep.GetPageAsync(url)).Body!.TextContent.Should().Contain("Put right").And.Contain("They said it is fine now.");
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task What_the_page_says_an_apology_gives_back_is_what_it_gives_back()
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        var before = await scene.ReadAsync();
        var offered = (await scene.PlanAsync(miss))!.Outlook!.Share(EvidenceKind.Apology).Points;
        using var rep = await web.SignedInAsAsync(scene.Rep);
        await DoneAsync(rep.SubmitToAsync($"/repairs/{miss}", "Apologize"));

        var after = await scene.ReadAsync();
        (after.Credibility - before.Credibility).Should().BeApproximately(offered.Credibility, 1e-8);
        (after.Trust - before.Trust).Should().BeApproximately(offered.Trust, 1e-8);
        offered.Credibility.Should().BeGreaterThan(0.5);
    }

    [Fact]
    public async Task After_fourteen_days_it_says_so_and_offers_no_points()
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        web.Hands.Advance(TimeSpan.FromDays(13));
        using var rep = await web.SignedInAsAsync(scene.Rep);
        var page = await rep.GetPageAsync($"/repairs/{miss}");
        page.Body!.TextContent.Should().Contain("Deadline").And.Contain("takes nothing off any more").And.NotContain("gives");
        page.QuerySelector("form[action*='handler=MakeGood']").Should().BeNull();
        page.QuerySelector("form[action*='handler=Apologize']").Should().NotBeNull("it is still owed");
    }

    [Fact]
    public async Task A_lie_is_told_by_its_ceiling_and_what_acknowledging_it_opens()
    {
        var scene = await Scene.SetAsync(web);
        for (var ago = 30; ago > 3; ago -= 8)
            await scene.LogAsync(Outcome.Met, scene.Now.AddDays(-ago));
        var logged = await scene.LogAsync(scene.Command(new(Outcome.Met, scene.Now.AddDays(-1)) { Breakers = [new(BreakerKind.Lie, Severity.Normal)] }));
        var lie = (await scene.TouchpointAsync(logged.Value.TouchpointId)).Breakers[0].Id;
        using var rep = await web.SignedInAsAsync(scene.Rep);

        var page = (await rep.GetPageAsync($"/repairs/{lie}")).Body!.TextContent;
        page.Should().Contain("It takes nothing off").And.Contain("Trust cannot exceed 50.0").And.Contain("Unsaid").And.NotContain("counts until");
        await DoneAsync(rep.SubmitToAsync($"/repairs/{lie}", "Apologize"));
        (await rep.GetPageAsync($"/repairs/{lie}")).Body!.TextContent.Should().NotContain("Unsaid");
    }

    [Fact]
    public async Task What_is_refused_keeps_what_was_typed_and_says_why_beside_the_field()
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        var url = $"/repairs/{miss}";
        await RefusedAsync(rep.SubmitToAsync(url, "Change", ("Change.Change", " ")), "Say in one sentence");
        await RefusedAsync(rep.SubmitToAsync(url, "Change", ("Change.Change", new string('x', 301))), "Keep it to 300 characters");
        await RefusedAsync(rep.SubmitToAsync(url, "Promise", ("Promise.Text", "Send <b>it</b>"), ("Promise.DueDay", "")), "Say by when", "Send &lt;b&gt;it&lt;/b&gt;");
        await RefusedAsync(rep.SubmitToAsync(url, "Promise", ("Promise.Text", "Later"), ("Promise.DueDay", $"{scene.Now.AddDays(40):yyyy-MM-dd}")), "within 30 days");
        await RefusedAsync(rep.SubmitToAsync(url, "Promise", ("Promise.Text", "Never"), ("Promise.DueDay", "2026-02-30")), "Never");
        await RefusedAsync(rep.SubmitToAsync(url, "PlanCheck", ("Check.HappenedAt", $"{scene.Now.AddDays(-1):yyyy-MM-ddTHH:mm}")), "Pick a day and an hour to come");
        await RefusedAsync(rep.SubmitToAsync(url, "Apologize", ("Apology.HappenedAt", $"{scene.Now.AddDays(-9):yyyy-MM-ddTHH:mm}")), "before it happened");
        await RefusedAsync(rep.SubmitToAsync(url, "Asked", ("Asked.Answer", "")), "Write what they said");
        await DoneAsync(rep.SubmitToAsync(url, "Change", ("Change.Change", "One thing.")));
        await RefusedAsync(rep.SubmitToAsync(url, "GiveUp", ("Input.Reason", "")), "Say why");
        await RefusedAsync(rep.SubmitToAsync(url, "Change", ("Change.Change", "From an old tab."), ("Change.Version", "1")), "changed meanwhile", "From an old tab.");
    }

    [Fact]
    public async Task The_manager_reads_the_plan_and_changes_nothing_and_others_find_none()
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        await scene.RepairAsync((s, a) => s.SayWhatChangesAsync(a, miss, "I call first.", 0, default));
        using var manager = await web.SignedInAsAsync(scene.Manager);
        var page = await manager.GetPageAsync($"/repairs/{miss}");
        page.Body!.TextContent.Should().Contain("I call first.").And.Contain("yours to read");
        page.QuerySelectorAll("main form[method=post]").Should().BeEmpty();
        var token = (await manager.GetPageAsync("/account/sign-out")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in new[] { "Apologize", "MakeGood", "Change", "Promise", "PlanCheck", "Asked", "GiveUp", "TakeUpAgain" })
        {
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Change.Change", "Mine"), KeyValuePair.Create("Input.Reason", "Mine")]);
            (await manager.PostAsync(new Uri($"/repairs/{miss}?handler={handler}", UriKind.Relative), content)).StatusCode.Should().Be(HttpStatusCode.NotFound, handler);
        }

        (await scene.PlansAsync()).Should().ContainSingle().Which.Change.Should().Be("I call first.");
        foreach (var (other, status) in new[] { (await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId), HttpStatusCode.NotFound), (await web.GivenAManagerAsync(scene.Organization), HttpStatusCode.NotFound), (await web.GivenAnAdminAsync(scene.Organization), HttpStatusCode.Forbidden) })
        {
            using var client = await web.SignedInAsAsync(other);
            (await client.GetAsync(new Uri($"/repairs/{miss}", UriKind.Relative))).StatusCode.Should().Be(status);
        }
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> posting)
    {
        using var response = await posting;
        response.StatusCode.Should().Be(HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
    }

    private static async Task RefusedAsync(Task<HttpResponseMessage> posting, params string[] words)
    {
        using var response = await posting;
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest, words[0]);
        body.Should().ContainAll(words);
    }
}
