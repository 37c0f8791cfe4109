using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.IntegrationTests.Method;

/// <summary>Steps of the method card, ticked while logging.</summary>
public sealed class TicksTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly MethodStep[] Known = [.. StepCard.Default.Steps];

    [Fact]
    public async Task Ticks_are_saved_with_the_log_in_the_same_form()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        using (var form = await client.GetPageAsync($"/log?customer={scene.CustomerId}"))
        {
            form.QuerySelectorAll("input[name='Input.Steps']").Should().HaveCount(5);
            form.QuerySelector(".check-list")!.Closest("details")!.HasAttribute("open").Should().BeTrue("nothing was judged yet");
        }

        using var response = await client.SubmitAsync(
            $"/log?customer={scene.CustomerId}", ("Input.Outcome", "Met"), ("Input.Steps", $"{Known[1].Id}"), ("Input.Steps", $"{Known[4].Id}"), ("Input.TheyStarted", "true"));

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using var db = scene.Db();
        var logged = await db.Touchpoints.AsNoTracking().SingleAsync();
        logged.Steps.Should().Equal(Known[1].Id, Known[4].Id);
        (logged.CardId, logged.TheyStarted).Should().Be((null, true));
        using var page = await client.GetPageAsync($"/touchpoints/{logged.Id}");
        page.Body!.TextContent.Should().Contain(Known[4].Name).And.Contain("they got in touch").And.NotContain(Known[0].Name);
    }

    [Fact]
    public async Task A_step_that_left_the_card_meanwhile_is_kept_with_its_version_and_told()
    {
        var scene = await Scene.SetAsync(web);
        var old = await PublishAsync(scene, "Ask about the last vendor");
        var (gone, kept) = (old.Steps[4], old.Steps[0]);
        await PublishAsync(scene, "Say what comes next");
        using var client = await web.SignedInAsAsync(scene.Rep);

        using var response = await client.SubmitAsync(
            $"/log?customer={scene.CustomerId}", ("Input.Outcome", "Met"), ("Input.Card", $"{old.Id}"), ("Input.Steps", $"{gone.Id}"), ("Input.Steps", $"{kept.Id}"));

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var page = await client.GetPageAsync(response.Headers.Location!.ToString());
        page.QuerySelector("#flash")!.TextContent.Should().Contain("Ask about the last vendor").And.Contain("is kept with this touchpoint").And.NotContain(kept.Name);
        await using var db = scene.Db();
        var logged = await db.Touchpoints.AsNoTracking().SingleAsync();
        logged.CardId.Should().Be(old.Id);
        using var edit = await client.GetPageAsync($"/touchpoints/{logged.Id}/edit");
        edit.QuerySelectorAll("input[name='Input.Steps'][checked]").Select(i => i.GetAttribute("value")).Should().Equal($"{kept.Id}", $"{gone.Id}");
    }

    [Theory, InlineData("unknown"), InlineData("theirs"), InlineData("words"), InlineData("card")]
    public async Task Steps_of_nobody_and_of_other_teams_are_a_message_and_nothing_typed_is_lost(string which)
    {
        var (scene, other) = (await Scene.SetAsync(web), await Scene.SetAsync(web));
        var theirs = await PublishAsync(other, "Their own step");
        using var client = await web.SignedInAsAsync(scene.Rep);

        using var response = await client.SubmitAsync(
            $"/log?customer={scene.CustomerId}", ("Input.Outcome", "Met"), ("Input.Summary", "Listened for an hour."),
            ("Input.Card", which is "theirs" or "card" ? $"{theirs.Id}" : ""),
            ("Input.Steps", which switch { "theirs" => $"{theirs.Steps[4].Id}", "card" => $"{Known[0].Id}", "words" => "<b>me</b>", _ => $"{Guid.NewGuid()}" }));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var page = await response.ReadPageAsync();
        page.QuerySelector(".errors")!.TextContent.Should().NotBeEmpty();
        page.QuerySelector("textarea[name='Input.Summary']")!.TextContent.Should().Contain("Listened for an hour.");
        page.Body!.TextContent.Should().NotContain("Their own step");
        await using var db = scene.Db();
        (await db.Touchpoints.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Nothing_is_ticked_of_a_conversation_still_to_come()
    {
        var scene = await Scene.SetAsync(web);
        var planned = await scene.LogAsync(scene.Command(new(null, scene.Now.AddDays(2)) { Ticks = new(null, [Known[0].Id]) }));

        planned.Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("after the conversation");
    }

    [Fact]
    public async Task Ticks_follow_a_correction_also_after_the_rep_has_moved_to_another_team()
    {
        var scene = await Scene.SetAsync(web);
        var card = await PublishAsync(scene, "Our own step");
        var ticks = new Ticks(card.Id, [card.Steps[4].Id]);
        var id = (await scene.LogAsync(scene.Command(new(Outcome.Met, scene.Now) { Ticks = ticks }))).Value.TouchpointId;
        var elsewhere = await web.GivenATeamAsync(scene.Organization, scene.Manager);
        await using (var db = scene.Db())
        {
            (await db.People.SingleAsync(p => p.Id == scene.Rep.Id)).Assign(scene.Rep.Roles, elsewhere.Id);
            await db.SaveChangesAsync();
        }

        (await scene.CorrectAsync(id, new(Outcome.Exceeded, scene.Now) { Ticks = ticks }))!.Value.Refused(out var problem, out _).Should().BeFalse(problem?.Message);
        (await scene.CorrectAsync(id, new(Outcome.Met, scene.Now) { Ticks = new(card.Id, [card.Steps[0].Id]) }, 2))!.Value.Refused(out problem, out _).Should().BeFalse(problem?.Message);

        (await scene.TouchpointAsync(id)).Steps.Should().Equal(card.Steps[0].Id);
        (await scene.CorrectAsync(id, new(Outcome.Met, scene.Now), 3))!.Value.Refused(out _, out _).Should().BeFalse();
        (await scene.TouchpointAsync(id)).Should().Match<Touchpoint>(t => t.Steps == null && t.CardId == null);
    }

    [Fact]
    public async Task A_device_keeps_the_steps_of_the_persons_own_team()
    {
        var scene = await Scene.SetAsync(web);
        var card = await PublishAsync(scene, "Our own step");
        using var client = await web.SignedInAsAsync(scene.Rep);
        var json = await client.GetStringAsync(new Uri("/log?handler=Steps", UriKind.Relative));
        json.Should().Contain("Our own step").And.Contain($"{card.Id}");
    }

    /// <summary>The card with its last step replaced.</summary>
    private static async Task<MethodCard> PublishAsync(Scene scene, string last)
    {
        await using var db = scene.Db();
        var team = await db.People.Where(p => p.Id == scene.Rep.Id).Select(p => p.TeamId!.Value).SingleAsync();
        var before = (await db.MethodCards.Where(c => c.TeamId == team).OrderByDescending(c => c.Number).FirstOrDefaultAsync())?.ToCard() ?? StepCard.Default;
        var card = MethodCard.Publish(
            scene.Organization.Id, Guid.CreateVersion7(), team, before,
            [.. before.Steps.Take(4).Select(s => new StepDraft(s.Id, s.Name, s.How)), new(null, last, "In a sentence.")], scene.Manager.Id, scene.Now).Value;
        db.Add(card);
        await db.SaveChangesAsync();
        return card;
    }
}
