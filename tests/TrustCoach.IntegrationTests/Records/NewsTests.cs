using System.Net;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.IntegrationTests.Why;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Records;

namespace TrustCoach.IntegrationTests.Records;

public sealed class NewsTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task What_the_clock_broke_is_read_by_the_rep_first_booked_or_not(bool booked)
    {
        var scene = await Scene.SetAsync(web);
        var promise = await scene.PromiseAsync();
        await ToTheDayItBreaksAsync(scene, promise);
        if (booked)
            await scene.WithAsync(scene.Manager, (ClockService s, Actor _) => s.RunAsync(default));

        var line = (await NewsAsync(scene)).Lines.Should().ContainSingle().Subject;
        (line.What, line.IsNew, line.Kind, line.PromiseId, line.Customer).Should().Be((NewsKind.Clock, true, EvidenceKind.PromiseBroken, promise, scene.Customer));
        var held = await PageAsync(scene);
        (held.Changes.Lines.Count, held.Changes.Held).Should().Be((0, 1));
        held.Hint?.Rule.Should().NotBe(CoachingRule.PromisesBroken, "a hint is a sentence, too");
        held.Figures.Broken.Should().Be(1, "sums are not held back");
        (await BrokeAsync(scene)).Should().Match<TeamEvents>(of => of.Rows.Count == 0 && of.Held == 1);

        await ReadAsync(scene, (await NewsAsync(scene)).UpTo!.Value);
        (await NewsAsync(scene)).Should().Match<NewsPage>(n => n.New == 0 && !n.Lines[0].IsNew);
        var read = await PageAsync(scene);
        (read.Changes.Lines.Count, read.Changes.Held).Should().Be((1, 0));
        read.Hint!.Rule.Should().Be(CoachingRule.PromisesBroken);
        (await BrokeAsync(scene)).Rows.Should().ContainSingle();
    }

    [Fact]
    public async Task Silence_hides_nothing_for_longer_than_a_day()
    {
        var scene = await Scene.SetAsync(web);
        await ToTheDayItBreaksAsync(scene, await scene.PromiseAsync());
        (await BrokeAsync(scene)).Held.Should().Be(1);
        web.Hands.Advance(TimeSpan.FromDays(1));
        (await BrokeAsync(scene)).Should().Match<TeamEvents>(of => of.Rows.Count == 1 && of.Held == 0);
        (await NewsAsync(scene)).New.Should().Be(1, "the rep has still not read it");
    }

    [Fact]
    public async Task Who_changed_it_reads_it_at_once_and_another_manager_only_after_the_rep()
    {
        var scene = await Scene.SetAsync(web);
        await scene.LogAsync(scene.Command(new(Outcome.Missed, scene.Now.AddMinutes(-5), Summary: "The chart was not there.") { Breakers = [new(BreakerKind.Late, 2, 20)] }), scene.Manager);
        (await PageAsync(scene)).Changes.Should().Match<RepChanges>(c => c.Lines.Count == 2 && c.Held == 0);
        var news = await NewsAsync(scene);
        (news.New, news.Lines.Count).Should().Be((2, 2));
        news.Lines.Should().OnlyContain(l => l.What == NewsKind.Recorded && l.By == scene.Manager.Name);

        var next = await web.GivenAManagerAsync(scene.Organization);
        await using (var db = scene.Db())
        {
            var team = db.Teams.Single(t => t.ManagerId == scene.Manager.Id);
            team.GiveTo(db.People.Single(p => p.Id == next.Id));
            await db.SaveChangesAsync();
        }

        (await PageAsync(scene, next)).Changes.Should().Match<RepChanges>(c => c.Lines.Count == 0 && c.Held == 2);
        await ReadAsync(scene, news.UpTo!.Value);
        (await PageAsync(scene, next)).Changes.Lines.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_correction_an_answer_and_a_withdrawal_are_news_and_what_the_rep_does_is_none()
    {
        var scene = await Scene.SetAsync(web);
        var missed = (await scene.LogAsync(Outcome.Missed, scene.Now.AddDays(-1))).Value.TouchpointId;
        var late = (await scene.LogAsync(Outcome.Missed, scene.Now.AddDays(-1))).Value.TouchpointId;
        await scene.CorrectAsync(missed, new TouchpointDetails(Outcome.Missed, scene.Now.AddDays(-1), Summary: "Mine."));
        (await NewsAsync(scene)).Lines.Should().BeEmpty();

        web.Hands.Advance(TimeSpan.FromMinutes(1));
        await scene.CorrectAsync(missed, new TouchpointDetails(Outcome.Met, scene.Now.AddDays(-1)), 2, by: scene.Manager);
        (await NewsAsync(scene)).Lines.Should().ContainSingle(l => l.What == NewsKind.Corrected && l.By == scene.Manager.Name && l.Kind == EvidenceKind.Met);
        web.Hands.Advance(TimeSpan.FromMinutes(1));
        var dispute = (await scene.RaiseAsync(late))!.Value.Value.DisputeId;
        (await NewsAsync(scene)).Lines.Should().ContainSingle("a dispute is the rep's own act");
        await scene.AnswerAsync(dispute, DisputeState.Upheld);
        (await NewsAsync(scene)).Lines[0].Should().Match<NewsLine>(l => l.What == NewsKind.Answered && l.DisputeId == dispute);
        web.Hands.Advance(TimeSpan.FromMinutes(1));
        await scene.VoidAsync(missed, by: scene.Manager);
        (await NewsAsync(scene)).Lines[0].Should().Match<NewsLine>(l => l.What == NewsKind.Withdrawn && l.TouchpointId == missed);
    }

    [Fact]
    public async Task Only_a_press_says_that_it_was_read_and_never_more_than_there_is()
    {
        var scene = await Scene.SetAsync(web);
        await scene.LogAsync(Outcome.Missed, by: scene.Manager);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        var page = await rep.GetPageAsync("/progress");
        page.Body!.TextContent.Should().Contain("New on your record").And.Contain($"Recorded by {scene.Manager.Name}");
        (await rep.GetPageAsync("/")).Body!.TextContent.Should().Contain("One entry is new on your record.");
        (await rep.GetPageAsync("/progress/record")).Body!.TextContent.Should().Contain("I have read these");
        (await NewsAsync(scene)).New.Should().Be(1, "a browser may open a page by itself");

        using var read = await rep.SubmitAsync("/progress", form => form.TextContent.Contains("I have read these"));
        read.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await rep.GetPageAsync("/progress")).Body!.TextContent.Should().NotContain("New on your record");
        (await rep.GetPageAsync("/")).Body!.TextContent.Should().NotContain("new on your record");

        await ReadAsync(scene, scene.Now.AddYears(50));
        web.Hands.Advance(TimeSpan.FromMinutes(1));
        await scene.LogAsync(Outcome.Missed, by: scene.Manager);
        await ReadAsync(scene, scene.Now.AddYears(-1));
        (await NewsAsync(scene)).New.Should().Be(1);
    }

    [Fact]
    public async Task Nobody_reads_anothers_news()
    {
        var scene = await Scene.SetAsync(web);
        await scene.LogAsync(Outcome.Missed, by: scene.Manager);
        var colleague = await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId);
        (await scene.WithAsync(colleague, (NewsQuery q, Actor a) => q.RunAsync(a, 1, default))).Lines.Should().BeEmpty();
        using var manager = await web.SignedInAsAsync(scene.Manager);
        foreach (var url in new[] { "/progress/record", "/progress/opened" })
            (await manager.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory, InlineData(1), InlineData(30)]
    public async Task It_costs_the_same_statements_whatever_came(int entries)
    {
        var scene = await Scene.SetAsync(web);
        for (var i = 0; i < entries; i++)
            await scene.LogAsync(Outcome.Missed, scene.Now.AddMinutes(-i), scene.Manager);
        var (page, waiting) = (new CommandCounter(), new CommandCounter());
        var news = await scene.AskAsync(scene.Rep, (db, _, actor) => new NewsQuery(db, web.Clock).RunAsync(actor, 1, default), page);
        await scene.AskAsync(scene.Rep, (db, _, actor) => new NewsQuery(db, web.Clock).WaitingAsync(actor, default), waiting);
        (news.New, news.Lines.Count, news.HasMore, page.Count, waiting.Count).Should().Be((entries, Math.Min(entries, NewsPage.Size), entries > NewsPage.Size, 2, 1));
    }

    private async Task ToTheDayItBreaksAsync(Scene scene, Guid promise)
    {
        await using var db = scene.Db();
        var closes = db.Promises.Single(p => p.Id == promise).ClosesOn!.Value;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(scene.Organization.TimeZone);
        web.Hands.Advance(Domain.Days.At(closes, new TimeOnly(9, 0), zone) - scene.Now);
    }

    private static Task<NewsPage> NewsAsync(Scene scene) => scene.WithAsync(scene.Rep, (NewsQuery q, Actor a) => q.RunAsync(a, 1, default));

    private static Task<int> ReadAsync(Scene scene, DateTimeOffset upTo) => scene.WithAsync(scene.Rep, (RecordService s, Actor a) => s.ReadUpToAsync(a, upTo, default));

    private static async Task<RepPage> PageAsync(Scene scene, GivenPerson? by = null) =>
        (await scene.WithAsync(by ?? scene.Manager, (RepPageQuery q, Actor a) => q.RunAsync(a, scene.Rep.Id, null, null, default)))!;

    private static async Task<TeamEvents> BrokeAsync(Scene scene) => (await scene.WithAsync(
        scene.Manager, (TeamEventsQuery q, Actor a) => q.RunAsync(a, new(null, scene.Rep.Id, null, Breach.PromiseNotKept.Kinds()), default)))!;
}
