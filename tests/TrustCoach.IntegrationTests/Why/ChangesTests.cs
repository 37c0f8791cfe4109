using TrustCoach.Domain;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Services.Customers;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Why;

public sealed class ChangesTests : IClassFixture<WebFixture>
{
    private readonly WebFixture _web;
    private readonly ManualClock _clock;

    public ChangesTests(WebFixture web)
    {
        _web = web;
        _clock = web.Clock as ManualClock ?? new ManualClock();
        web.Clock = _clock;
    }

    private DateOnly Today => Days.Of(_clock.Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    [Fact]
    public async Task A_miss_since_the_last_visit_is_named_and_the_lines_add_up()
    {
        var scene = await GivenAsync();
        await VisitAsync(scene);
        var before = (await scene.WhyAsync(scene.Rep))!.Points;
        _clock.Advance(TimeSpan.FromDays(2));
        await scene.LogAsync(new LogTouchpointOf("The lift stood still.", Outcome.Missed, _clock.Now).Command(scene));
        await scene.LogAsync(Outcome.Met, _clock.Now.AddDays(-10));

        var page = (await scene.ChangesAsync())!;

        page.Chosen.Key.Should().Be("visit");
        page.Chosen.CredibilitySentence.Should().Contain("since your last visit: “The lift stood still”, missed.");
        page.Rows.Should().Contain(r => r.Kind == ChangeKind.KnownLater).And.Contain(r => r.Kind == ChangeKind.Fading);
        var now = (await scene.WhyAsync(scene.Rep))!.Points;
        page.Rows.Sum(r => r.Credibility).Should().BeApproximately(
            Math.Round(now, 1, MidpointRounding.AwayFromZero) - Math.Round(before, 1, MidpointRounding.AwayFromZero), 1e-6);
    }

    [Fact]
    public async Task Looking_again_within_half_an_hour_is_the_same_visit()
    {
        var scene = await GivenAsync();
        await VisitAsync(scene);
        _clock.Advance(TimeSpan.FromDays(3));
        await VisitAsync(scene);
        _clock.Advance(TimeSpan.FromMinutes(10));
        await VisitAsync(scene);

        (await scene.ChangesAsync())!.Chosen.At.Should().Be(_clock.Now.AddMinutes(-10).AddDays(-3));
    }

    [Fact]
    public async Task Two_days_are_compared_as_they_are_known_now()
    {
        var scene = await GivenAsync();
        var (from, to) = (Today.AddDays(-30), Today.AddDays(-10));

        var page = (await scene.ChangesAsync("days", from, to))!;

        var (before, after) = ((await scene.WhyAsync(scene.Rep, on: from))!.Points, (await scene.WhyAsync(scene.Rep, on: to))!.Points);
        page.Rows.Sum(r => r.Credibility).Should().BeApproximately(
            Math.Round(after, 1, MidpointRounding.AwayFromZero) - Math.Round(before, 1, MidpointRounding.AwayFromZero), 1e-6);
        page.Rows.Should().OnlyContain(r => r.Day == null || (r.Day > from && r.Day <= to));
    }

    [Fact]
    public async Task Days_that_cannot_be_compared_are_refused_beside_their_field()
    {
        var scene = await GivenAsync();
        (await scene.ChangesAsync("days"))!.DayProblem!.Field.Should().Be("From");
        (await scene.ChangesAsync("days", Today.AddYears(-9)))!.DayProblem!.Field.Should().Be("From");
        (await scene.ChangesAsync("days", Today.AddDays(-3), Today.AddDays(9)))!.DayProblem!.Field.Should().Be("To");
        (await scene.ChangesAsync("days", Today.AddDays(-3), Today.AddDays(-9)))!.DayProblem!.Message.Should().Contain("Swap");
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task It_costs_the_same_few_statements_whatever_happened(int events)
    {
        var scene = await Scene.SetAsync(_web);
        for (var i = 0; i < events; i++)
            await scene.LogAsync(Outcome.Met, _clock.Now.AddDays(-10 - i));
        var counter = new CommandCounter();
        await scene.ChangesAsync(counter: counter);
        counter.Count.Should().BeLessThanOrEqualTo(9);
    }

    [Fact]
    public async Task What_if_adds_met_expectations_and_refuses_what_cannot_be_assumed()
    {
        var scene = await GivenAsync();

        var page = (await scene.WhatIfAsync(Today.AddDays(14), met: 3))!;
        page.Then.Credibility.Should().BeGreaterThan(page.Idle.Credibility);
        page.Then.Judged.Should().Be(page.Now.Judged + 3);
        page.Levers.Should().NotBeEmpty();
        (await scene.WhatIfAsync())!.By.DayOfWeek.Should().Be(DayOfWeek.Friday);
        (await scene.WhatIfAsync(Today.AddDays(-1)))!.Problem!.Field.Should().Be("By");
        (await scene.WhatIfAsync(DateOnly.MaxValue))!.Problem!.Field.Should().Be("By");
        (await scene.WhatIfAsync(met: 5000))!.Problem!.Field.Should().Be("Met");
        (await scene.WhatIfAsync(met: -1))!.Met.Should().Be(0);
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task A_projection_and_a_history_cost_the_same_few_statements(int events)
    {
        var scene = await Scene.SetAsync(_web);
        for (var i = 0; i < events; i++)
            await scene.LogAsync(Outcome.Met, _clock.Now.AddDays(-10 - i));
        var (whatIf, history) = (new CommandCounter(), new CommandCounter());
        await scene.WhatIfAsync(counter: whatIf);
        await scene.HistoryAsync(counter: history);
        whatIf.Count.Should().BeLessThanOrEqualTo(6);
        history.Count.Should().BeLessThanOrEqualTo(7);
    }

    [Fact]
    public async Task A_history_ends_with_the_number_shown_and_looks_back_as_far_as_asked()
    {
        var scene = await GivenAsync();

        var all = (await scene.HistoryAsync())!.History;

        all.Points[^1].Credibility.Should().BeApproximately((await scene.WhyAsync(scene.Rep))!.Points, 1e-9);
        all.Points[0].Day.Should().Be(Today.AddDays(-60));
        all.Events.Should().HaveCount(12);
        (await scene.HistoryAsync("13"))!.History.Points.Should().HaveCount(all.Points.Count, "it is younger than three months");
    }

    private async Task<Scene> GivenAsync()
    {
        var scene = await Scene.SetAsync(_web);
        for (var i = 12; i > 0; i--)
            await scene.LogAsync(i % 4 == 0 ? Outcome.Missed : Outcome.Met, _clock.Now.AddDays(-5 * i));
        return scene;
    }

    private async Task VisitAsync(Scene scene)
    {
        var book = new VisitBook(_clock);
        book.Note(await _web.ActorAsync(scene.Rep), scene.RelationshipId);
        await using var db = scene.Db();
        (await book.WriteAsync(db, default)).Should().Be(1);
    }

    private sealed record LogTouchpointOf(string Summary, Outcome Outcome, DateTimeOffset At)
    {
        public Services.Touchpoints.LogTouchpoint Command(Scene scene) => scene.Command(new TouchpointDetails(Outcome, At, Summary: Summary));
    }
}
