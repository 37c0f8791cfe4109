using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Customers;

namespace TrustCoach.IntegrationTests.Customers;

public sealed class CustomerPageQueryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Number_chart_and_account_say_the_same_and_the_account_adds_up()
    {
        var (kit, rep, done) = await GivenAsync();
        for (var i = 30; i > 0; i--)
            await kit.LogAsync(rep, done, 9 * i, i % 7 == 0 ? Outcome.Missed : i % 5 == 0 ? Outcome.Exceeded : Outcome.Met);
        await kit.LogAsync(rep, await kit.CustomerAsync(rep), 12, Outcome.Missed);
        await kit.PromiseAsync(rep, done, -10, "Send the brochure");

        var scores = (await PageAsync(kit, rep, done))!.Scores!;

        var read = (await kit.WithAsync(db => kit.Readings(db).RunAsync([rep.Id], kit.Actor(rep).Today(kit.Now), 1, CancellationToken.None)))[done.RelationshipId].Reading;
        scores.Reading.Credibility.Should().BeApproximately(read.Credibility, 1e-8);
        scores.Reading.Trust.Should().BeApproximately(read.Trust, 1e-8);
        scores.Reading.Stage.Should().Be(read.Stage);
        scores.Points[^1].Reading.Should().Be(scores.Reading);
        scores.Account.Sum(r => r.Line.Credibility).Should().BeApproximately(Math.Round(read.Credibility, 1), 1e-6);
        scores.Account.Sum(r => r.Line.Trust).Should().BeApproximately(Math.Round(read.Trust, 1), 1e-6);
        scores.Sentence.Should().Contain("down").And.Contain("“Send the brochure”, promised for 23 August, not kept");
        scores.Account.Should().Contain(r => r.Event != null && r.Event.ByClock && r.Event.Kind == EvidenceKind.PromiseBroken);
        scores.Account.Count(r => r.Line.Kind == AccountKind.Event).Should().Be(CustomerPageQuery.EventsShown);
    }

    [Fact]
    public async Task It_is_too_early_to_say_before_the_third_judged_encounter()
    {
        var (kit, rep, done) = await GivenAsync();
        await kit.LogAsync(rep, done, 3, Outcome.Met);
        await kit.LogAsync(rep, done, 2, Outcome.Courtesy);

        var scores = (await PageAsync(kit, rep, done))!.Scores!;

        scores.Reading.TooEarly.Should().BeTrue();
        scores.Sentence.Should().StartWith("Too early to say: 1 of 3");
    }

    [Fact]
    public async Task The_timeline_is_complete_page_by_page()
    {
        var (kit, rep, done) = await GivenAsync();
        for (var i = 0; i < 60; i++)
            await kit.LogAsync(rep, done, i / 3, Outcome.Courtesy);

        var seen = new List<Guid>();
        string? older = null;
        do
        {
            var page = (await PageAsync(kit, rep, done, older))!;
            seen.AddRange(page.Timeline.Select(t => t.Id));
            older = page.Older;
        }
        while (older is not null);

        seen.Should().HaveCount(60).And.OnlyHaveUniqueItems();
        (await PageAsync(kit, rep, done, "no-cursor"))!.Timeline.Should().HaveCount(25);
    }

    [Fact]
    public async Task A_manager_reads_it_a_colleague_does_not_and_an_admin_sees_no_score()
    {
        var kit = await Kit.InAsync(database);
        var (manager, team) = await kit.ManagerAsync();
        var (rep, colleague) = (await kit.RepAsync(team), await kit.RepAsync(team));
        var done = await kit.CustomerAsync(rep);
        await kit.LogAsync(rep, done, 1, Outcome.Met, "Private words");
        await kit.PromiseAsync(rep, done, 3);

        (await PageAsync(kit, manager, done))!.Scores.Should().NotBeNull();
        (await PageAsync(kit, colleague, done)).Should().BeNull();
        var admin = (await PageAsync(kit, await kit.AdminAsync(), done))!;
        (admin.Scores, admin.Timeline.Count, admin.Promises.Count, admin.Relationship.MayLog).Should().Be((null, 0, 0, false));
        (await kit.WithAsync(db => kit.Page(db).RunAsync(kit.Actor(manager), done.CustomerId, colleague.Id, null, CancellationToken.None))).Should().BeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    public async Task Costs_four_statements_whatever_the_history(int events)
    {
        var (kit, rep, done) = await GivenAsync();
        for (var i = events; i > 0; i--)
        {
            await kit.LogAsync(rep, done, i, Outcome.Met, $"Encounter {i}");
            await kit.PromiseAsync(rep, done, i);
            await kit.WithAsync(db => kit.Contacts(db).AddAsync(kit.Actor(rep), done.CustomerId, new($"Contact {i}"), CancellationToken.None));
        }

        var counter = new CommandCounter();
        var page = await kit.WithAsync(db => kit.Page(db).RunAsync(kit.Actor(rep), done.CustomerId, null, null, CancellationToken.None), counter);

        (page!.Timeline.Count, page.Promises.Count, page.Contacts.Count).Should().Be((events, events, events));
        counter.Count.Should().BeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Five_hundred_events_are_read_in_as_many_statements_as_one()
    {
        var (kit, rep, done) = await GivenAsync();
        await kit.WithAsync(async db =>
        {
            for (var i = 500; i > 0; i--)
            {
                var touchpoint = Touchpoint.Log(
                    new(kit.Organization.Id, Guid.CreateVersion7(), done.RelationshipId, rep.Id, done.CustomerId, rep.Id, EvidenceLevel.SelfReported, Guid.NewGuid()),
                    new(i % 6 == 0 ? Outcome.Missed : Outcome.Met, kit.Now.AddDays(-i), Channel.Call, Summary: $"Encounter {i}"), TimeZoneInfo.Utc, kit.Now).Value;
                db.Add(touchpoint);
                db.AddRange(touchpoint.Evidence());
            }

            return await db.SaveChangesAsync();
        });
        var counter = new CommandCounter();
        var page = await kit.WithAsync(db => kit.Page(db).RunAsync(kit.Actor(rep), done.CustomerId, null, null, CancellationToken.None), counter);

        page!.Scores!.Account.Count(r => r.Line.Kind == AccountKind.Event).Should().Be(CustomerPageQuery.EventsShown);
        counter.Count.Should().BeLessThanOrEqualTo(4);
    }

    private async Task<(Kit Kit, GivenPerson Rep, CustomerDone Done)> GivenAsync()
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();
        return (kit, rep, await kit.CustomerAsync(rep));
    }

    private static Task<CustomerPage?> PageAsync(Kit kit, GivenPerson by, CustomerDone done, string? older = null) =>
        kit.WithAsync(db => kit.Page(db).RunAsync(kit.Actor(by), done.CustomerId, null, older, CancellationToken.None));
}
