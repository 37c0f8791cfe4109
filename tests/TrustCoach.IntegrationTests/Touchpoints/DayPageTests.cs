using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Promises;
using TrustCoach.Services.Data;
using TrustCoach.Services.Touchpoints;

namespace TrustCoach.IntegrationTests.Touchpoints;

/// <summary>The end of Wednesday 2 September 2026, which stands at 11:00 in Berlin.</summary>
public sealed class DayPageTests(PromisePageFixture web) : IClassFixture<PromisePageFixture>
{
    [Fact]
    public async Task Six_are_closed_with_one_press_and_sent_again_change_nothing_twice()
    {
        var scene = await Scene.SetAsync(web);
        var plans = await PlanAsync(scene, 6);
        using var client = await web.SignedInAsAsync(scene.Rep);
        string[] answers = ["Met", "Missed", "Exceeded", "Courtesy", "NotHeld", "Moved"];
        (string, string)[] fields =
        [
            .. plans.Zip(answers, (plan, answer) => (Field(plan, "Answer"), answer)),
            (Field(plans[0], "Summary"), "They liked the price"), (Field(plans[0], "StartedOnTime"), "true"),
            (Field(plans[4], "Reason"), "They were ill"), (Field(plans[5], "MovedTo"), "2026-09-04 15:00"),
        ];
        using var form = await client.GetPageAsync("/day");
        using var first = await PostAsync(client, form, fields);
        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        first.Headers.Location!.ToString().Should().Be("/");
        using var second = await PostAsync(client, form, fields);
        second.StatusCode.Should().Be(HttpStatusCode.Redirect, "what was said stands");

        await using var db = scene.Db();
        var closed = await db.Touchpoints.OrderBy(t => t.RecordedAt).ThenBy(t => t.Id).ToListAsync();
        var said = plans.Select(id => closed.Single(t => t.Id == id)).ToList();
        said.Select(t => t.Outcome).Should().Equal(Outcome.Met, Outcome.Missed, Outcome.Exceeded, Outcome.Courtesy, Outcome.Pending, Outcome.Pending);
        said.Select(t => t.Version).Should().OnlyContain(version => version == 2);
        (said[0].Summary, said[0].StartedOnTime, said[4].VoidReason).Should().Be(("They liked the price", true, "They were ill"));
        said[5].HappenedAt.Should().Be(new DateTimeOffset(2026, 9, 4, 13, 0, 0, TimeSpan.Zero));
        (await db.Ledger.CountAsync()).Should().Be(3);
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task A_refused_row_holds_back_no_other_and_keeps_what_was_typed()
    {
        var scene = await Scene.SetAsync(web);
        var plans = await PlanAsync(scene, 5);
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var form = await client.GetPageAsync("/day");
        using var refused = await PostAsync(
            client, form,
            (Field(plans[0], "Answer"), "Met"), (Field(plans[1], "Answer"), "NotHeld"), (Field(plans[2], "Answer"), "Moved"), (Field(plans[2], "MovedTo"), "31 Feb"),
            (Field(plans[3], "Summary"), "Words <b>alone</b>"));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var page = await refused.ReadPageAsync();
        page.QuerySelectorAll("[data-day-row]").Should().HaveCount(4);
        page.Body!.TextContent.Should().Contain("One encounter is closed").And.Contain("Say why, in a few words").And.Contain("February has 29 days").And.Contain("Say how it went too");
        Value(page, plans[3], "Summary").Should().Be("Words <b>alone</b>");
        Value(page, plans[2], "MovedTo").Should().Be("31 Feb");
        page.QuerySelector($"[name='{Field(plans[1], "Answer")}'][value=NotHeld]")!.HasAttribute("checked").Should().BeTrue();
        await using var db = scene.Db();
        (await db.Touchpoints.CountAsync(t => t.Outcome == Outcome.Pending && t.VoidedAt == null)).Should().Be(4);
        (await db.Audit.CountAsync(a => a.SubjectId == plans[1])).Should().Be(0);
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task What_somebody_else_has_said_meanwhile_is_told_and_stands()
    {
        var scene = await Scene.SetAsync(web);
        var plans = await PlanAsync(scene, 2);
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var form = await client.GetPageAsync("/day");
        await scene.AsAsync(scene.Manager, (service, actor) => service.CloseAsync(actor, new(plans[0], 1, Outcome.Missed), CancellationToken.None));
        using var told = await PostAsync(client, form, (Field(plans[0], "Answer"), "Met"), (Field(plans[1], "Answer"), "Met"));
        told.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await told.ReadPageAsync()).Body!.TextContent.Should().Contain($"{scene.Manager.Name} had said “missed” already");
        (await scene.TouchpointAsync(plans[0])).Outcome.Should().Be(Outcome.Missed);
        (await scene.TouchpointAsync(plans[1])).Outcome.Should().Be(Outcome.Met);
    }

    [Fact]
    public async Task Nothing_answered_is_said_and_nothing_waiting_teaches()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var empty = await client.GetPageAsync("/day");
        empty.Body!.TextContent.Should().Contain("No planned encounter waits");
        await PlanAsync(scene, 1);
        using var refused = await client.SubmitAsync("/day", form => form.HasAttribute("data-day"));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.ReadPageAsync()).Body!.TextContent.Should().Contain("Say of at least one how it went.");
    }

    [Fact]
    public async Task Rows_of_others_and_of_ended_relationships_are_neither_shown_nor_taken()
    {
        var (scene, other) = (await Scene.SetAsync(web), await Scene.SetAsync(web));
        var colleague = await web.GivenARepAsync(scene.Organization);
        var (own, foreign) = ((await PlanAsync(scene, 1))[0], (await PlanAsync(other, 1))[0]);
        foreach (var stranger in new[] { colleague, scene.Manager, other.Rep })
        {
            using var client = await web.SignedInAsAsync(stranger);
            using var form = await client.GetPageAsync("/day");
            form.Body!.InnerHtml.Should().NotContain($"{own}");
            using var answer = await PostAsync(client, form, (Field(own, "Answer"), "Met"));
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        }

        using var rep = await web.SignedInAsAsync(scene.Rep);
        using var page = await rep.GetPageAsync("/day");
        using var mixed = await PostAsync(rep, page, (Field(own, "Answer"), "Met"), (Field(foreign, "Answer"), "Met"));
        mixed.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await scene.TouchpointAsync(own)).Outcome.Should().Be(Outcome.Pending);

        await using (var db = scene.Db())
            await db.Relationships.Where(r => r.Id == scene.RelationshipId).ExecuteUpdateAsync(r => r.SetProperty(x => x.EndedOn, new DateOnly(2026, 9, 1)));
        using var ended = await rep.GetPageAsync("/day");
        ended.Body!.TextContent.Should().Contain("No planned encounter waits");
        using var late = await PostAsync(rep, page, (Field(own, "Answer"), "Met"));
        late.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory, InlineData(1), InlineData(25), InlineData(27)]
    public async Task Each_list_costs_one_statement_and_is_bounded(int count)
    {
        var scene = await Scene.SetAsync(web);
        await PlanAsync(scene, count);
        var (actor, counter) = (await web.ActorAsync(scene.Rep), new CommandCounter());
        var options = new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql(web.ConnectionString).AddInterceptors(counter).Options;
        await using var db = new TrustCoachDb(options, CurrentOrganization.Of(scene.Organization.Id));
        var query = new PlansQuery(db);
        var plans = await query.AwaitingAsync(actor, scene.Now, CancellationToken.None);
        await query.ComingAsync(actor, scene.Now, scene.Now.AddDays(7), 3, CancellationToken.None);
        (plans.Rows.Count, plans.More).Should().Be((Math.Min(count, 25), count > 25));
        plans.Rows.Should().BeInAscendingOrder(p => p.HappenedAt);
        counter.Statements.Should().HaveCount(2);
    }

    [Fact]
    public async Task The_edit_page_says_when_the_expectation_is_locked_and_a_change_after_that_is_marked()
    {
        var scene = await Scene.SetAsync(web);
        var id = (await PlanAsync(scene, 1))[0];
        using var client = await web.SignedInAsAsync(scene.Rep);
        using (var page = await client.GetPageAsync($"/touchpoints/{id}/edit"))
            page.QuerySelector("#Input_Expectation-hint")!.TextContent.Should().Be("Locked since 10:00: a change now is marked.");
        using var saved = await client.SubmitAsync($"/touchpoints/{id}/edit", ("Input.Expectation", "Another price"), ("Input.Outcome", "Met"));
        saved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await client.GetPageAsync($"/touchpoints/{id}")).Body!.TextContent.Should().Contain("written or changed after it began");
    }

    // Planned on Monday, begun an hour ago and before.
    private static async Task<List<Guid>> PlanAsync(Scene scene, int count)
    {
        await using var db = scene.Db();
        var plans = Enumerable.Range(0, count).Select(i => Touchpoint.Log(
            new(scene.Organization.Id, Guid.CreateVersion7(), scene.RelationshipId, scene.Rep.Id, scene.CustomerId, scene.Rep.Id, EvidenceLevel.SelfReported, Guid.NewGuid()),
            new(Outcome.Pending, scene.Now.AddHours(-1).AddMinutes(-(count - 1 - i)), Expectation: "A price"), TimeZoneInfo.Utc, scene.Now.AddDays(-2)).Value).ToList();
        db.AddRange(plans);
        await db.SaveChangesAsync();
        return plans.ConvertAll(p => p.Id);
    }

    private static string Field(Guid id, string name) => $"Input.Rows[{id}].{name}";

    private static string? Value(IDocument page, Guid id, string name) => page.QuerySelector($"[name='{Field(id, name)}']")!.GetAttribute("value");

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, IDocument form, params (string Name, string Value)[] fields)
    {
        var hidden = form.QuerySelectorAll("form[data-day] input[type=hidden], input[name=__RequestVerificationToken]")
            .Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value") ?? "")).DistinctBy(input => input.Name)
            .Where(input => !Array.Exists(fields, field => field.Name == input.Name));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(new Uri("/day", UriKind.Relative), content);
    }
}
