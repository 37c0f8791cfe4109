using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.IntegrationTests.Why;
using TrustCoach.Services.Customers;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;

namespace TrustCoach.IntegrationTests.Customers;

public sealed class FearServiceTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    private const string Text = "That support goes quiet after the order";

    [Fact]
    public async Task A_kept_promise_closes_it_and_it_opens_again_when_that_is_undone()
    {
        var (scene, fear) = await NotedAsync();
        var promise = await scene.PromiseAsync();
        (await AnswerAsync(scene, fear, promise)).Should().Be(nameof(AnswerFear.AnswerId), "an open promise answers nothing");
        var kept = await scene.WithAsync(scene.Rep, (PromiseService s, Actor a) => s.KeepAsync(a, new(promise), default));

        (await AnswerAsync(scene, fear, promise)).Should().BeNull();
        var row = await FearAsync(scene, fear);
        (row.Answer!.PromiseId, row.Answer.Words, row.AnswerGone).Should().Be((promise, "Send the audit", false));

        await scene.WithAsync(scene.Rep, (PromiseService s, Actor a) => s.UndoAsync(a, new(promise, kept!.Value.Value.TurnId, "It was the wrong one."), default));
        row = await FearAsync(scene, fear);
        (row.Answer, row.AnswerGone).Should().Be((null, true));
        using var rep = await web.SignedInAsAsync(scene.Rep);
        (await rep.GetPageAsync($"/fears/{fear}")).Body!.TextContent.Should().Contain("what answered it no longer stands");
        (await rep.GetPageAsync($"/customers/{scene.CustomerId}")).Body!.TextContent.Should().Contain("open again: its answer no longer stands");
    }

    [Fact]
    public async Task A_met_expectation_closes_it_and_it_opens_again_when_the_touchpoint_is_withdrawn()
    {
        var (scene, fear) = await NotedAsync();
        var (met, missed) = ((await scene.LogAsync(Outcome.Met)).Value.TouchpointId, (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId);
        (await AnswerAsync(scene, fear, missed)).Should().Be(nameof(AnswerFear.AnswerId));
        (await AnswerAsync(scene, fear, met)).Should().BeNull();
        (await FearAsync(scene, fear)).Answer!.TouchpointId.Should().Be(met);

        await scene.VoidAsync(met);
        (await FearAsync(scene, fear)).AnswerGone.Should().BeTrue();
    }

    [Fact]
    public async Task What_came_before_it_and_what_others_did_answers_nothing()
    {
        var scene = await Scene.SetAsync(web);
        var before = (await scene.LogAsync(Outcome.Met, scene.Now.AddDays(-3))).Value.TouchpointId;
        var fear = (await NoteAsync(scene)).Value;
        var stranger = await Scene.SetAsync(web);
        var theirs = (await stranger.LogAsync(Outcome.Met)).Value.TouchpointId;
        (await AnswerAsync(scene, fear, before)).Should().Be("AnswerId");
        (await AnswerAsync(scene, fear, theirs)).Should().Be("AnswerId");
    }

    [Fact]
    public async Task The_same_form_twice_notes_one_and_two_changes_at_once_are_one()
    {
        var scene = await Scene.SetAsync(web);
        var key = Guid.CreateVersion7();
        await Task.WhenAll(NoteAsync(scene, key), NoteAsync(scene, key));
        await using var db = scene.Db();
        (await db.Fears.CountAsync()).Should().Be(1);

        Task<Result<Guid>?> Change(string text) => scene.WithAsync(scene.Rep, (FearService s, Actor a) => s.ChangeAsync(a, key, 1, text, null, default));
        var changed = await Task.WhenAll(Change("One"), Change("Other"));
        changed.Count(c => c!.Value.Refused(out _, out _)).Should().Be(1);
    }

    [Fact]
    public async Task It_is_the_customers_so_the_next_rep_knows_it_and_the_earlier_one_no_more()
    {
        var (scene, fear) = await NotedAsync();
        var next = await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId);
        await scene.WithAsync(scene.Manager, (RelationshipService s, Actor a) =>
            s.HandOverAsync(a, new(scene.RelationshipId, next.Id, Domain.Scoring.Climate.Existing), default));
        using var now = await web.SignedInAsAsync(next);
        using var then = await web.SignedInAsAsync(scene.Rep);
        (await now.GetPageAsync($"/customers/{scene.CustomerId}/fears")).Body!.TextContent.Should().Contain(Text);
        using var gone = await then.GetAsync(new Uri($"/fears/{fear}", UriKind.Relative));
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_list_that_nobody_reads_is_refused()
    {
        var scene = await Scene.SetAsync(web);
        for (var i = 0; i < Fear.MostOfACustomer; i++)
            (await NoteAsync(scene)).Refused(out _, out _).Should().BeFalse();
        (await NoteAsync(scene)).Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("50 fears");
    }

    [Theory]
    [InlineData(""), InlineData("   ")]
    public async Task Without_words_the_form_comes_back(string typed)
    {
        var scene = await Scene.SetAsync(web);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        using var refused = await rep.SubmitAsync($"/customers/{scene.CustomerId}/fears", ("Input.Text", typed));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.ReadPageAsync()).Body!.TextContent.Should().Contain("Write what they are afraid of.");
    }

    [Fact]
    public async Task Hostile_words_are_words_and_a_person_may_answer_change_and_withdraw_by_form()
    {
        var scene = await Scene.SetAsync(web);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        const string hostile = "<img src=x onerror=alert(1)>";
        (await rep.SubmitAsync($"/customers/{scene.CustomerId}/fears", ("Input.Text", hostile))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        var list = await rep.GetPageAsync($"/customers/{scene.CustomerId}/fears");
        list.QuerySelector("main img").Should().BeNull();
        var url = list.QuerySelector("main .row-title a")!.GetAttribute("href")!;
        var touchpoint = (await scene.LogAsync(Outcome.Exceeded)).Value.TouchpointId;
        (await rep.SubmitToAsync(url, "Answer")).StatusCode.Should().Be(HttpStatusCode.BadRequest, "nothing was picked");
        (await rep.SubmitToAsync(url, "Answer", ("Input.AnswerId", $"{touchpoint}"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await rep.SubmitToAsync(url, "Reopen")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await rep.SubmitToAsync(url, "Change", ("Input.Text", "Other words"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var gone = await rep.GetAsync(new Uri(url, UriKind.Relative));
        (await gone.Content.ReadAsStringAsync()).Should().Contain("Other words");
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task Two_statements_whatever_their_number(int count)
    {
        var scene = await Scene.SetAsync(web);
        for (var i = 0; i < count; i++)
            await NoteAsync(scene);
        var counter = new CommandCounter();
        var page = await scene.AskAsync(scene.Rep, (db, _, actor) => new FearsQuery(db).OfAsync(actor, scene.CustomerId, default), counter);
        page!.Fears.Should().HaveCount(count);
        counter.Count.Should().Be(2);
    }

    private async Task<(Scene Scene, Guid FearId)> NotedAsync()
    {
        var scene = await Scene.SetAsync(web);
        return (scene, (await NoteAsync(scene)).Value);
    }

    private static async Task<Result<Guid>> NoteAsync(Scene scene, Guid? key = null) =>
        (await scene.WithAsync(scene.Rep, (FearService s, Actor a) => s.NoteAsync(a, new(key ?? Guid.CreateVersion7(), scene.CustomerId, Text, null, null), default)))!.Value;

    private static async Task<string?> AnswerAsync(Scene scene, Guid fear, Guid answer)
    {
        await using var db = scene.Db();
        var version = await db.Fears.Where(f => f.Id == fear).Select(f => f.Version).SingleAsync();
        var answered = await scene.WithAsync(scene.Rep, (FearService s, Actor a) => s.AnswerAsync(a, new(fear, version, answer), default));
        return answered!.Value.Refused(out var problem, out _) ? problem.Field : null;
    }

    private static async Task<FearRow> FearAsync(Scene scene, Guid fear) =>
        (await scene.WithAsync(scene.Rep, (FearsQuery q, Actor a) => q.RunAsync(a, fear, default)))!.Fear;
}
