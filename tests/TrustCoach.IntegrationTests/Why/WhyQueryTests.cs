using TrustCoach.Domain;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Services.Scoring;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Why;

public sealed class WhyQueryTests : IClassFixture<WebFixture>
{
    private readonly WebFixture _web;
    private readonly ManualClock _clock;

    public WhyQueryTests(WebFixture web)
    {
        _web = web;
        _clock = web.Clock as ManualClock ?? new ManualClock();
        web.Clock = _clock;
    }

    private DateOnly Today => Days.Of(_clock.Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    [Theory, InlineData(ScoreKind.Credibility), InlineData(ScoreKind.Trust)]
    public async Task The_lines_and_the_parts_add_up_and_the_fraction_gives_the_score(ScoreKind score)
    {
        var scene = await GivenAsync(12);

        var page = (await scene.WhyAsync(scene.Rep, score))!;

        page.Rows.Sum(r => r.Points).Should().BeApproximately(Math.Round(page.Points, 1, MidpointRounding.AwayFromZero), 1e-6);
        page.Parts.Sum(p => p.Points).Should().BeApproximately(Math.Round(page.Points, 1, MidpointRounding.AwayFromZero), 1e-6);
        page.Sum.Points.Should().BeApproximately(page.Points, 1e-9);
        page.Rows.Count(r => r.Weight is not null).Should().Be(12);
        page.Rows.Sum(r => r.Weight?.KeptNow ?? 0).Should().BeApproximately(page.Sum.Kept, 1e-9);
        page.Rows.Where(r => r.Weight is not null).Should().OnlyContain(r => r.Without != null && r.Event != null);
        page.OtherPoints.Should().BeNull();
    }

    [Fact]
    public async Task A_past_day_reads_what_had_happened_by_then_with_the_reputation_of_then()
    {
        var scene = await GivenAsync(12);
        var (other, _) = await Scene.CustomerAsync(_web, scene.Organization, scene.Rep, "Other");
        var elsewhere = scene with { CustomerId = other, RelationshipId = await RelationshipAsync(scene, other) };
        await elsewhere.LogAsync(Outcome.Missed, _clock.Now.AddDays(-2));
        await elsewhere.LogAsync(Outcome.Met, _clock.Now.AddDays(-40));
        var day = Today.AddDays(-20);

        var page = (await scene.WhyAsync(scene.Rep, on: day))!;

        // Only the met expectation of forty days ago speaks for the rep by then.
        var kept = Math.Pow(2, -20 / 180.0);
        page.Rho.Should().BeApproximately((kept + 2) / (kept + 4), 1e-9);
        var evidence = page.Rows.Where(r => r.Weight is not null).Select(r => r.Weight!.Event).ToArray();
        evidence.Should().OnlyContain(e => e.Day <= day.DayNumber).And.HaveCountLessThan(12);
        page.Points.Should().BeApproximately(ClosedForm.Read(evidence, new Opening(Climate.Cold, false), page.Rho, day.DayNumber, ScoringRules.Default).Credibility, 1e-9);
        (await scene.WhyAsync(scene.Rep))!.Rho.Should().BeLessThan(page.Rho, "the miss of the day before yesterday counts today");
    }

    [Fact]
    public async Task What_was_entered_and_corrected_later_is_told_apart_from_what_was_known_then()
    {
        var scene = await Scene.SetAsync(_web);
        for (var i = 0; i < 4; i++)
            await scene.LogAsync(Outcome.Met, _clock.Now.AddDays(-30 + i));
        var mixedUp = (await scene.LogAsync(Outcome.Missed, _clock.Now.AddDays(-20))).Value.TouchpointId;
        var shown = (await scene.WhyAsync(scene.Rep))!.Points;
        var day = Today;

        _clock.Advance(TimeSpan.FromDays(3));
        await scene.CorrectAsync(mixedUp, new(Outcome.Exceeded, _clock.Now.AddDays(-23)));
        await scene.LogAsync(Outcome.Missed, _clock.Now.AddDays(-5));

        var then = (await scene.WhyAsync(scene.Rep, on: day, then: true))!;
        var now = (await scene.WhyAsync(scene.Rep, on: day))!;
        then.Points.Should().BeApproximately(shown, 1e-9, "it is what the page showed on that day");
        now.Points.Should().NotBeApproximately(shown, 0.5);
        (now.OtherPoints, then.OtherPoints).Should().Be((then.Points, now.Points));
        now.KnownLater.Select(f => f.Id).Should().Contain(mixedUp).And.HaveCount(2);
        then.Rows.Should().Contain(r => r.Weight != null && r.Weight.Event.Id == mixedUp && r.Weight.Event.Kind == EvidenceKind.Missed);
        now.Rows.Should().Contain(r => r.DaysLate == 5);
    }

    [Fact]
    public async Task A_day_before_it_began_or_in_the_future_gives_today_and_says_why()
    {
        var scene = await GivenAsync(3);
        (await scene.WhyAsync(scene.Rep, on: Today.AddYears(-3)))!.Should().Match<WhyPage>(p => p.Day == Today && p.DayProblem!.Contains("before it began"));
        (await scene.WhyAsync(scene.Rep, on: Today.AddDays(1)))!.DayProblem.Should().Contain("not come yet");
        (await scene.WhyAsync(scene.Rep, on: DateOnly.MaxValue))!.DayProblem.Should().NotBeNull();
        (await scene.WhyAsync(scene.Rep, on: DateOnly.MinValue))!.DayProblem.Should().NotBeNull();
    }

    [Fact]
    public async Task A_long_history_comes_in_pages_and_each_adds_up()
    {
        var scene = await GivenAsync(WhyPage.PageSize + 7);

        var first = (await scene.WhyAsync(scene.Rep))!;
        var second = (await scene.WhyAsync(scene.Rep, page: 2))!;

        first.Rows.Should().ContainSingle(r => r.Line.Kind == AccountKind.Earlier).Which.Line.Events.Should().Be(7);
        second.Rows.Should().ContainSingle(r => r.Line.Kind == AccountKind.Later).Which.Line.Events.Should().Be(WhyPage.PageSize);
        second.Rows.Count(r => r.Weight is not null).Should().Be(7);
        second.Rows.Sum(r => r.Points).Should().BeApproximately(Math.Round(first.Points, 1, MidpointRounding.AwayFromZero), 1e-6);
        (await scene.WhyAsync(scene.Rep, page: 9999))!.Page.Should().Be(2);
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task It_costs_the_same_few_statements_whatever_the_history(int events)
    {
        var scene = await GivenAsync(events);
        var (today, past) = (new CommandCounter(), new CommandCounter());
        await scene.WhyAsync(scene.Rep, counter: today);
        await scene.WhyAsync(scene.Rep, on: Today.AddDays(-1), counter: past);
        today.Count.Should().Be(4);
        past.Count.Should().Be(7, "the reputation of the day is asked as known now and as known then, and the rules once");
    }

    [Fact]
    public async Task The_manager_reads_the_same_number_and_a_stranger_nothing()
    {
        var scene = await GivenAsync(5);
        var stranger = await _web.GivenARepAsync(scene.Organization);
        (await scene.WhyAsync(scene.Manager))!.Points.Should().Be((await scene.WhyAsync(scene.Rep))!.Points);
        (await scene.WhyAsync(stranger)).Should().BeNull();
    }

    private async Task<Scene> GivenAsync(int events)
    {
        var scene = await Scene.SetAsync(_web);
        for (var i = events; i > 0; i--)
            await scene.LogAsync(i % 5 == 0 ? Outcome.Missed : i % 3 == 0 ? Outcome.Exceeded : Outcome.Met, _clock.Now.AddDays(-4 * i));
        return scene;
    }

    private static async Task<Guid> RelationshipAsync(Scene scene, Guid customerId)
    {
        await using var db = scene.Db();
        return db.Relationships.Single(r => r.CustomerId == customerId).Id;
    }
}
