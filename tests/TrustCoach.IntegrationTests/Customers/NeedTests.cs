using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Briefings;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Services.Briefings;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.IntegrationTests.Customers;

public sealed class NeedTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    private const string Text = "The sorting line stands <b>still</b>";

    [Fact]
    public async Task The_first_response_follows_the_log_through_corrections_and_withdrawals()
    {
        var scene = await Scene.SetAsync(web);
        var began = scene.Now.AddHours(-10);
        await MarkAsync(scene, began);
        (await FirstAsync(scene)).Should().BeNull();
        await scene.LogAsync(Outcome.Met, began.AddHours(-1));
        await scene.LogAsync(scene.Command(new(Outcome.Met, began.AddHours(1)) { TheyStarted = true }));
        (await FirstAsync(scene)).Should().BeNull("neither what came before nor what they began is an answer of ours");

        var late = (await scene.LogAsync(Outcome.Missed, began.AddHours(6))).Value.TouchpointId;
        (await FirstAsync(scene)).Should().Be(TimeSpan.FromHours(6));
        var early = (await scene.LogAsync(Outcome.Courtesy, began)).Value.TouchpointId;
        (await FirstAsync(scene)).Should().Be(TimeSpan.Zero, "the same minute is an answer, and so is courtesy");
        await scene.VoidAsync(early);
        (await FirstAsync(scene)).Should().Be(TimeSpan.FromHours(6));
        await scene.CorrectAsync(late, (await scene.TouchpointAsync(late)).Say() with { HappenedAt = began.AddHours(3).AddMinutes(20) });
        (await FirstAsync(scene)).Should().Be(TimeSpan.FromMinutes(200));
        var row = (await PageAsync(scene, scene.Rep))!.Open!;
        (row.ResponseId, row.AnsweredBy).Should().Be((late, scene.Rep.Name));
        await scene.CorrectAsync(late, (await scene.TouchpointAsync(late)).Say() with { HappenedAt = began.AddHours(-2) }, 2);
        (await FirstAsync(scene)).Should().BeNull("it was moved before the start");
    }

    [Fact]
    public async Task A_colleague_answers_too_without_their_touchpoint_being_shown_to_the_rep()
    {
        var scene = await Scene.SetAsync(web);
        await MarkAsync(scene, scene.Now.AddHours(-5));
        var colleague = await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId);
        Guid theirs;
        await using (var db = scene.Db())
        {
            var customer = await db.Customers.SingleAsync(c => c.Id == scene.CustomerId);
            theirs = db.OpenRelationship(customer, colleague.Id, Climate.Cold, DateOnly.FromDateTime(scene.Now.Date), 1, scene.Now).Id;
            await db.SaveChangesAsync();
        }

        await scene.LogAsync(new(Guid.NewGuid(), new(Outcome.Met, scene.Now.AddHours(-3)), theirs), colleague);
        var row = (await PageAsync(scene, scene.Rep))!.Open!;
        (row.FirstResponse, row.AnsweredBy, row.ResponseId).Should().Be((TimeSpan.FromHours(2), null, null));
        (await PageAsync(scene, scene.Manager))!.Open!.AnsweredBy.Should().Be(colleague.Name);
    }

    [Fact]
    public async Task What_comes_after_the_end_answers_nothing_and_an_end_can_be_undone()
    {
        var scene = await Scene.SetAsync(web);
        var need = await MarkAsync(scene, scene.Now.AddHours(-5));
        await scene.WithAsync(scene.Rep, (NeedService s, Actor a) => s.EndAsync(a, need, 1, default));
        await using (var db = scene.Db())
            await db.TimesOfNeed.Where(n => n.Id == need).ExecuteUpdateAsync(set => set.SetProperty(n => n.OverAt, scene.Now.AddHours(-2)));
        await scene.LogAsync(Outcome.Met, scene.Now.AddHours(-1));
        (await PageAsync(scene, scene.Rep))!.Earlier.Single().FirstResponse.Should().BeNull();
        await scene.WithAsync(scene.Rep, (NeedService s, Actor a) => s.ReopenAsync(a, need, 2, default));
        (await FirstAsync(scene)).Should().Be(TimeSpan.FromHours(4));
    }

    [Fact]
    public async Task Over_midnight_and_the_hour_that_is_skipped_it_is_plain_elapsed_time()
    {
        var before = web.Hands.Now;
        try
        {
            // Saturday 23:30 to Sunday 03:30 in Berlin, the night the clocks go forward: three hours, not four.
            web.Hands.Now = new(2027, 3, 28, 8, 0, 0, TimeSpan.Zero);
            var scene = await Scene.SetAsync(web);
            await MarkAsync(scene, new(2027, 3, 27, 22, 30, 0, TimeSpan.Zero));
            await scene.LogAsync(Outcome.Met, new DateTimeOffset(2027, 3, 28, 1, 30, 0, TimeSpan.Zero));
            (await FirstAsync(scene)).Should().Be(TimeSpan.FromHours(3));
            await using var db = scene.Db();
            (await db.TimesOfNeed.SingleAsync()).Day.Should().Be(new DateOnly(2027, 3, 27), "it began before midnight on the organization's clock");
        }
        finally
        {
            web.Hands.Now = before;
        }
    }

    [Fact]
    public async Task Twice_at_once_is_one_and_a_second_waits_for_the_end_of_the_first()
    {
        var scene = await Scene.SetAsync(web);
        var key = Guid.CreateVersion7();
        await Task.WhenAll(MarkAsync(scene, null, key), MarkAsync(scene, null, key));
        var second = await scene.WithAsync(scene.Rep, (NeedService s, Actor a) => s.MarkAsync(a, new(Guid.NewGuid(), scene.CustomerId, new(Text)), default));
        second!.Value.Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("open already");
        await using var db = scene.Db();
        (await db.TimesOfNeed.CountAsync()).Should().Be(1);
        (await db.Audit.CountAsync(e => e.SubjectId == key)).Should().Be(1);
    }

    [Fact]
    public async Task The_day_the_briefing_and_the_managers_page_say_who_waits_and_no_score_moves()
    {
        var scene = await Scene.SetAsync(web);
        await scene.LogAsync(Outcome.Met, scene.Now.AddDays(-1));
        var standing = await scene.StandingAsync();
        await MarkAsync(scene, scene.Now.AddHours(-5));
        (await scene.StandingAsync()).Should().BeEquivalentTo(standing);
        using (var rep = await web.SignedInAsAsync(scene.Rep))
        {
            (await rep.GetPageAsync("/")).Body!.TextContent.Should().Contain($"{scene.Customer} needs you. Nobody has answered yet, 5 h");
            (await rep.GetPageAsync($"/customers/{scene.CustomerId}")).QuerySelector(".notice a.button")!.TextContent.Should().Be("Log the response");
        }

        var briefing = await scene.WithAsync(scene.Rep, (BriefingQuery q, Actor a) => q.RunAsync(a, scene.CustomerId, null, null, default));
        briefing!.Cares[0].Rule.Should().Be(CareRule.TimeOfNeed);
        await scene.LogAsync(Outcome.Met);
        (await scene.WithAsync(scene.Rep, (TodayQuery q, Actor a) => q.RunAsync(a, scene.Now, default))).Waiting.Should().BeEmpty();
        using var manager = await web.SignedInAsAsync(scene.Manager);
        (await manager.GetPageAsync($"/team/reps/{scene.Rep.Id}")).Body!.TextContent.Should().Contain("Fewer than three were answered");
        (await manager.GetPageAsync($"/team/reps/{scene.Rep.Id}/needs")).Body!.TextContent.Should().Contain("First response after 5 h").And.Contain(Text);
        (await manager.GetStringAsync(new Uri($"/team/reps/{scene.Rep.Id}/needs?handler=Csv", UriKind.Relative))).Should().Contain(",300,");
    }

    [Fact]
    public async Task The_page_marks_refuses_and_keeps_every_word()
    {
        var scene = await Scene.SetAsync(web);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        var url = $"/customers/{scene.CustomerId}/need";
        foreach (var (field, value, said) in new[]
        {
            ("Input.Text", "", "Write what happened."), ("Input.Text", new string('x', 301), "Keep it to 300 characters."),
            ("Input.StartedAt", "2026-09-02T23:59", "This is in the future."), ("Input.StartedAt", "2019-01-01T10:00", "more than a year ago"), ("Input.StartedAt", "soonish", "no date we can read"),
            ("Input.ContactId", $"{Guid.NewGuid()}", "one of this customer"),
        })
        {
            using var refused = await rep.SubmitAsync(url, form => form.QuerySelector("[name='Input.Key']") is not null, [(field, value), .. field == "Input.Text" ? Array.Empty<(string, string)>() : [("Input.Text", Text)]]);
            refused.StatusCode.Should().Be(HttpStatusCode.BadRequest, said);
            using var page = await refused.ReadPageAsync();
            page.Body!.TextContent.Should().Contain(said);
            if (field != "Input.Text")
                page.QuerySelector("textarea[name='Input.Text']")!.TextContent.Trim().Should().Be(Text);
        }

        using var marked = await rep.SubmitAsync(url, ("Input.Text", Text), ("Input.StartedAt", "2026-09-02T10:00"));
        marked.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await rep.GetStringAsync(new Uri(url, UriKind.Relative))).Should().NotContain("<b>still").And.Contain("Nobody has answered yet, 1 h");
        using var ended = await rep.SubmitToAsync(url, "End");
        ended.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var undone = await rep.SubmitAsync(url, form => form.HasAttribute("data-undo"));
        (await PageAsync(scene, scene.Rep))!.Open.Should().NotBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    public async Task Costs_two_statements_whatever_the_number(int size)
    {
        var scene = await Scene.SetAsync(web);
        var actor = await web.ActorAsync(scene.Rep);
        await using (var seed = scene.Db())
        {
            for (var i = 0; i < size; i++)
            {
                var need = TimeOfNeed.Mark(new(scene.Organization.Id, Guid.CreateVersion7(), scene.CustomerId, scene.Rep.Id), new(Text, scene.Now.AddDays(-i - 1)), TimeZoneInfo.Utc, scene.Now).Value;
                need.End(1, scene.Now);
                seed.Add(need);
            }

            await seed.SaveChangesAsync();
        }

        var counter = new CommandCounter();
        await using var db = CountedDb(scene, counter);
        (await new NeedsQuery(db, web.Hands).OfAsync(actor, scene.CustomerId, default))!.Earlier.Should().HaveCount(size);
        counter.Count.Should().Be(2, string.Join("\n\n", counter.Statements));
        counter.Statements.Should().NotContain(s => s.Contains("ROW_NUMBER", StringComparison.OrdinalIgnoreCase));
    }

    private static TrustCoachDb CountedDb(Scene scene, CommandCounter counter) => new(
        new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql(scene.Web.ConnectionString).AddInterceptors(counter).Options, CurrentOrganization.Of(scene.Organization.Id));

    private static async Task<Guid> MarkAsync(Scene scene, DateTimeOffset? at, Guid? key = null) => (await scene.WithAsync(scene.Rep, (NeedService s, Actor a) =>
        s.MarkAsync(a, new(key ?? Guid.CreateVersion7(), scene.CustomerId, new(Text, at)), default)))!.Value.Value;

    private static Task<NeedsPage?> PageAsync(Scene scene, GivenPerson person) =>
        scene.WithAsync(person, (NeedsQuery q, Actor a) => q.OfAsync(a, scene.CustomerId, default));

    private static async Task<TimeSpan?> FirstAsync(Scene scene) => (await PageAsync(scene, scene.Rep))!.Open!.FirstResponse;
}
