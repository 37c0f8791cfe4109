using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Favours;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.Favours;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Favours;

public sealed class GiveAndTakePageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task What_they_gave_is_noted_thanked_put_on_the_ladder_and_withdrawn_and_no_score_moves()
    {
        var scene = await Scene.SetAsync(web);
        await scene.LogAsync(Outcome.Met, scene.Now.AddDays(-9));
        await scene.LogAsync(Outcome.Missed, scene.Now.AddDays(-5));
        var before = await scene.StandingAsync();
        using var client = await web.SignedInAsAsync(scene.Rep);

        (await NoteAsync(client, scene, ("Input.By", "They"), ("Input.Text", "<b>Their</b> figures"), ("Input.Value", "2"))).Should().Be(HttpStatusCode.Redirect);
        (await NoteAsync(client, scene, ("Input.By", "We"), ("Input.Text", "A site visit"))).Should().Be(HttpStatusCode.Redirect);
        using (var today = await client.GetPageAsync("/"))
            today.QuerySelectorAll(".card").Single(c => c.TextContent.Contains("Say thank you", StringComparison.Ordinal)).TextContent.Should().Contain("<b>Their</b> figures");
        (await SendAsync(client.SubmitToAsync("/", "Thank"))).Should().Be(HttpStatusCode.Redirect);
        (await client.GetStringAsync(new Uri($"/customers/{scene.CustomerId}", UriKind.Relative))).Should().NotContain("Say thank you");
        (await SendAsync(client.SubmitToAsync(Url(scene), "Rung", ("rung", "Data")))).Should().Be(HttpStatusCode.Redirect);

        using (var page = await client.GetPageAsync(Url(scene)))
        {
            page.QuerySelector(".rungs .reached")!.TextContent.Should().Contain("Data").And.Contain("highest");
            page.QuerySelector("tfoot")!.TextContent.Should().Contain("1").And.Contain("2");
        }

        var after = await scene.StandingAsync();
        Scores(after).Should().Be(Scores(before), "give and take touches neither score");
        (after.Gave, after.Took).Should().NotBe((before.Gave, before.Took));

        (await SendAsync(client.SubmitToAsync(Url(scene), "Void"))).Should().Be(HttpStatusCode.Redirect);
        (await SendAsync(client.SubmitToAsync(Url(scene), "Void"))).Should().Be(HttpStatusCode.Redirect);
        var empty = await scene.StandingAsync();
        (empty.Gave, empty.Took).Should().Be((before.Gave, before.Took));
        await using var db = scene.Db();
        (await db.Audit.Where(a => a.Act.StartsWith("gesture.")).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync())
            .Should().Equal("gesture.noted", "gesture.noted", "gesture.changed", "gesture.changed", "gesture.voided", "gesture.voided");
    }

    [Fact]
    public async Task Wrong_input_is_told_beside_its_field_and_nothing_typed_is_lost()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        foreach (var (field, value, message) in new[]
        {
            ("Input.Text", "", "Write what was given."), ("Input.Text", new string('x', 301), "Keep it to 300 characters."), ("Input.By", "", "Say who gave it."),
            ("Input.Value", "9", "Pick small, medium or large."), ("Input.Day", "2099-01-01", "in the future"), ("Input.Day", "1900-01-01", "Check the year"),
        })
        {
            var typed = new Dictionary<string, string> { ["Input.Text"] = "A kept word", ["Input.By"] = "They", [field] = value };
            using var refused = await client.SubmitAsync(Url(scene), [.. typed.Select(t => (t.Key, t.Value))]);
            refused.StatusCode.Should().Be(HttpStatusCode.BadRequest, field + value);
            using var page = await refused.ReadPageAsync();
            page.QuerySelector(".error-summary, [role=alert]")!.TextContent.Should().Contain(message);
            page.QuerySelector("[name='Input.Text']")!.GetAttribute("value").Should().Be(typed["Input.Text"]);
        }

        await using var db = scene.Db();
        (await db.Gestures.CountAsync(g => g.RelationshipId == scene.RelationshipId)).Should().Be(0);
    }

    [Fact]
    public async Task The_same_form_twice_at_once_notes_one()
    {
        var scene = await Scene.SetAsync(web);
        var command = new NoteGesture(Guid.NewGuid(), scene.RelationshipId, false, 3, "A name", null, Commitment.Referral, true);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.WithAsync(scene.Rep, (FavourService s, Services.People.Actor a) => s.NoteAsync(a, command, default))));
        await using var db = scene.Db();
        var gesture = await db.Gestures.SingleAsync(g => g.RelationshipId == scene.RelationshipId);
        (gesture.Commitment, gesture.ThankedOn).Should().Be((Commitment.Referral, gesture.Day));
        Reciprocity.Of(await scene.StandingAsync(), gesture.Day.DayNumber, ScoringRules.Default).Took.Should().BeApproximately(3, 1e-9);
    }

    [Fact]
    public async Task A_colleague_and_an_admin_can_change_nothing_and_the_manager_can()
    {
        var scene = await Scene.SetAsync(web);
        var command = new NoteGesture(Guid.NewGuid(), scene.RelationshipId, false, 3, "A name", null, null, false);
        var gesture = (await scene.WithAsync(scene.Manager, (FavourService s, Services.People.Actor a) => s.NoteAsync(a, command, default)))!.Value.Value;
        foreach (var other in new[] { await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId), await web.GivenAnAdminAsync(scene.Organization), await web.GivenARepAsync(await web.GivenAnOrganizationAsync()) })
        {
            (await scene.WithAsync(other, (FavourService s, Services.People.Actor a) => s.NoteAsync(a, command with { Key = Guid.NewGuid() }, default))).Should().BeNull();
            (await scene.WithAsync(other, (FavourService s, Services.People.Actor a) => s.ThankAsync(a, gesture, true, default))).Should().BeNull();
            (await scene.WithAsync(other, (FavourService s, Services.People.Actor a) => s.StandOnAsync(a, gesture, Commitment.Time, default))).Should().BeNull();
            (await scene.WithAsync(other, (FavourService s, Services.People.Actor a) => s.VoidAsync(a, gesture, default))).Should().BeNull();
            (await scene.WithAsync(other, (ThanksQuery q, Services.People.Actor a) => q.RunAsync(a, null, 9, default))).Should().BeEmpty();
        }

        await using var db = scene.Db();
        var kept = await db.Gestures.SingleAsync(g => g.Id == gesture);
        (kept.ThankedOn, kept.Commitment, kept.VoidedAt).Should().Be((null, null, null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    public async Task Costs_seven_statements_and_a_thank_you_one_whatever_the_number_of_favours(int size)
    {
        var scene = await Scene.SetAsync(web);
        for (var i = 0; i < size; i++)
        {
            await scene.LogAsync(scene.Command(new(Outcome.Met, scene.Now.AddDays(-i))) with
            {
                Gestures = [new(true, 1, "Ours"), new(false, 2, "Theirs", Commitment.Time)],
                Promise = new(Direction.Theirs, "Decide", DateOnly.FromDateTime(scene.Now.Date).AddDays(9)),
            });
        }

        var counter = new CommandCounter();
        await using var db = new TrustCoachDb(
            new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql(web.ConnectionString).AddInterceptors(counter).Options, CurrentOrganization.Of(scene.Organization.Id));
        var actor = await web.ActorAsync(scene.Rep);
        var query = new GiveAndTakeQuery(db, new RelationshipLedgerQuery(db, web.Clock), new RuleBook(), web.Clock);
        var page = (await query.RunAsync(actor, scene.CustomerId, null, default))!;
        counter.Count.Should().BeLessThanOrEqualTo(7, string.Join("\n\n", counter.Statements));
        (page.Favours.Count, page.OpenTheirs, page.Ladder.Rungs[0].Times).Should().Be((2 * size, size, size));
        var read = counter.Count;
        (await new ThanksQuery(db, web.Clock).RunAsync(actor, null, 3, default)).Should().HaveCount(Math.Min(3, size));
        counter.Count.Should().Be(read + 1);
    }

    private static string Url(Scene scene) => $"/customers/{scene.CustomerId}/why/give-and-take";

    private static (double, double, double, double, int, int?) Scores(Standing s) => (s.KeptC, s.MissedC, s.KeptT, s.MissedT, s.Judged, s.LastDay);

    private static Task<HttpStatusCode> NoteAsync(HttpClient client, Scene scene, params (string, string)[] fields) => SendAsync(client.SubmitAsync(Url(scene), fields));

    private static async Task<HttpStatusCode> SendAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        return answer.StatusCode;
    }
}
