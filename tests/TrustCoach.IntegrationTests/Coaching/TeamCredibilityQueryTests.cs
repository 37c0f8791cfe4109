using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Coaching;

public sealed class TeamCredibilityQueryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly (int, EvidenceKind, int)[] FourKept =
        [(40, EvidenceKind.Met, 2), (30, EvidenceKind.Met, 2), (20, EvidenceKind.Met, 2), (10, EvidenceKind.Met, 2)];

    private static readonly (int, EvidenceKind, int)[] KeptThenLost =
        [(60, EvidenceKind.Met, 2), (50, EvidenceKind.Met, 2), (40, EvidenceKind.Met, 2), (9, EvidenceKind.Missed, 3), (8, EvidenceKind.Missed, 3), (7, EvidenceKind.Missed, 3)];

    [Theory, InlineData(1), InlineData(25)]
    public async Task Costs_four_statements_whatever_the_size_of_the_team(int size)
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        for (var i = 0; i < size; i++)
            await team.AddRelationshipAsync(await team.AddRepAsync($"Rep {i}"), i % 2 == 0 ? FourKept : KeptThenLost);

        var counter = new CommandCounter();
        (await team.PageAsync(interceptors: counter))!.Reps.Should().HaveCount(size);
        counter.Count.Should().Be(5);
    }

    [Fact]
    public async Task Shows_each_rep_by_name_with_the_reading_of_each_relationship()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var (zoe, adam) = (await team.AddRepAsync("Zoe Lind"), await team.AddRepAsync("Adam Marsh"));
        var good = await team.AddRelationshipAsync(zoe, FourKept);
        var lost = await team.AddRelationshipAsync(zoe, KeptThenLost);
        await team.AddRelationshipAsync(zoe, (3, EvidenceKind.Met, 2));
        await team.AddRelationshipAsync(adam, FourKept);

        var page = (await team.PageAsync())!;
        await using var db = team.Db();
        var readings = await new ReadingsQuery(db, team.Book).RunAsync([zoe, adam], DateOnly.FromDayNumber(team.Today), 1, default);

        page.Reps.Select(r => r.Name).Should().Equal("Adam Marsh", "Zoe Lind");
        var line = page.Reps[1];
        line.Dots.Should().HaveCount(2);
        line.TooEarly.Should().Be(1);
        line.Dots.Single(d => d.RelationshipId == good.Id).Credibility.Should().BeApproximately(readings[good.Id].Reading.Credibility, 1e-8);
        line.Dots.Single(d => d.RelationshipId == lost.Id).IsAtRisk.Should().BeTrue();
        line.Dots.Should().OnlyContain(d => d.Customer != null && d.CustomerId != null);

        var all = readings.Values.Aggregate(new RollUp(), (sum, r) => sum.Plus(r.Reading.Credibility, r.Reading.Confidence));
        var typical = all.Team(team.Rules.Credibility, team.Rules);
        page.Figures.Credibility.Now.Should().BeApproximately(typical, 1e-8);
        var hers = readings.Values.Where(r => r.Standing.RepId == zoe).Aggregate(new RollUp(), (sum, r) => sum.Plus(r.Reading.Credibility, r.Reading.Confidence));
        line.Typical.Should().BeApproximately(hers.Rep(typical, team.Rules), 1e-8);
        var (sums, day) = (readings.Values.Where(r => r.Standing.RepId == zoe), team.Today);
        foreach (var trait in line.Traits)
        {
            var expected = TraitReading.Of(trait.Trait, sums.Aggregate(new TraitSums(), (sum, r) => sum.Plus(TraitSums.Of(r.Standing, trait.Trait, day, team.Rules))), team.Rules);
            (trait.Events, trait.Value is null).Should().Be((expected.Events, expected.Value is null));
            if (expected.Value is { } points)
                trait.Value.Should().BeApproximately(points, 1e-8);
        }
    }

    [Fact]
    public async Task Names_what_is_at_risk_and_the_pattern_behind_it()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var rep = await team.AddRepAsync();
        var lost = await team.AddRelationshipAsync(rep, KeptThenLost);
        var lied = await team.AddRelationshipAsync(rep, (30, EvidenceKind.Met, 2), (2, EvidenceKind.Lie, 2));
        await team.AddRelationshipAsync(rep, FourKept);

        var page = (await team.PageAsync())!;
        page.Figures.AtRisk.Now.Should().Be(2);
        page.Figures.Relationships.Should().Be(3);
        page.AtRisk.Select(r => r.RelationshipId).Should().Equal(lied.Id, lost.Id);
        page.AtRisk[0].Should().Match<RiskLine>(r => r.Credibility == null && r.Pattern == "A lie 2 days ago.");
        page.AtRisk[1].Pattern.Should().Be("3 of the last 5 expectations not met.");
    }

    [Fact]
    public async Task Sees_what_was_logged_a_second_ago()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var rep = await team.AddRepAsync();
        var relationship = await team.AddRelationshipAsync(rep, FourKept);
        var before = (await team.PageAsync())!;

        await team.LogAsync(relationship, new Evidence(Guid.CreateVersion7(), team.Today, EvidenceKind.Missed, 3));

        var after = (await team.PageAsync())!;
        after.Reps[0].Dots[0].Credibility.Should().BeLessThan(before.Reps[0].Dots[0].Credibility);
        after.Figures.Credibility.Now.Should().BeLessThan(before.Figures.Credibility.Now!.Value);
    }

    [Fact]
    public async Task Works_out_again_only_the_reps_of_whom_something_changed()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var (maya, luis) = (await team.AddRepAsync(), await team.AddRepAsync("Luis Ortega"));
        var relationship = await team.AddRelationshipAsync(maya, FourKept);
        var lost = await team.AddRelationshipAsync(luis, KeptThenLost);
        Func<Task>[] changes =
        [
            () => Task.CompletedTask,
            () => team.LogAsync(relationship, new Evidence(Guid.CreateVersion7(), team.Today, EvidenceKind.Missed, 3)),
            () => team.TallyAsync(luis, 3, nameof(RepTally.Lies), 1),
            () => WeeklyPointsServiceTests.FillAsync(team, maya),
            () => team.AddRelationshipAsync(luis, FourKept),
            () => EndAsync(team, lost.Id),
            () => team.AddPromiseAsync(relationship, dueDaysAgo: 2),
            () => team.AddPromiseAsync(relationship, dueDaysAgo: 8),
            () => VoidPromisesAsync(team),
        ];
        foreach (var change in changes)
        {
            await team.PageAsync();
            await change();
            var (known, fresh) = (await team.PageAsync(), await team.PageAsync(figures: new RepFiguresBook()));
            known.Should().BeEquivalentTo(fresh, "what is kept in memory has to be what a new instance works out");
        }

        var counter = new CommandCounter();
        await team.PageAsync(interceptors: counter);
        counter.Count.Should().Be(4, "nothing has changed since");
    }

    [Fact]
    public async Task Works_a_whole_team_out_once_though_many_ask_at_once()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        for (var rep = 0; rep < 12; rep++)
            await team.AddRelationshipAsync(await team.AddRepAsync($"Rep {rep}"), (3, EvidenceKind.Met, 2));

        CommandCounter[] counters = [.. Enumerable.Range(0, 6).Select(_ => new CommandCounter())];
        var pages = await Task.WhenAll(counters.Select(counter => team.PageAsync(interceptors: counter)));

        pages.Should().AllSatisfy(page => page!.Reps.Should().HaveCount(12));
        counters.Sum(c => c.Count).Should().Be((6 * 4) + 1);
    }

    [Fact]
    public async Task Counts_a_promise_that_the_clock_has_broken_though_no_job_booked_it()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var rep = await team.AddRepAsync();
        var relationship = await team.AddRelationshipAsync(rep, FourKept);
        var before = (await team.PageAsync())!;
        await team.AddPromiseAsync(relationship, dueDaysAgo: 7);
        await team.AddPromiseAsync(relationship, dueDaysAgo: 7, condition: "If they send the figures");
        await team.AddPromiseAsync(relationship, dueDaysAgo: 2);

        var page = (await team.PageAsync())!;
        page.Breaches.Single(b => b.Breach == Breach.PromiseNotKept).Count.Should().Be(1);
        page.Figures.Closed.Should().Be(1);
        page.Reps[0].Dots[0].Credibility.Should().BeLessThan(before.Reps[0].Dots[0].Credibility);
        page.Reps[0].Traits.Single(t => t.Trait == Trait.KeepingWord).Events.Should().Be(1);
    }

    [Fact]
    public async Task Compares_the_days_of_the_period_with_as_many_before()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var rep = await team.AddRepAsync();
        await team.TallyAsync(rep, 29, nameof(RepTally.PromisesKept), 9);
        await team.TallyAsync(rep, 7, nameof(RepTally.PromisesBroken), 1);
        await team.TallyAsync(rep, 30, nameof(RepTally.PromisesKept), 1);
        await team.TallyAsync(rep, 59, nameof(RepTally.PromisesKeptLate), 1);
        await team.TallyAsync(rep, 60, nameof(RepTally.PromisesKept), 5);
        await team.TallyAsync(rep, 7, nameof(RepTally.Met), 4);
        await team.TallyAsync(rep, 7, nameof(RepTally.ExpectationsNamed), 3);

        var month = (await team.PageAsync(days: 30))!;
        month.Figures.KeptOnTime.Should().Be(new Figure(90, 50));
        (month.Figures.Kept, month.Figures.Closed).Should().Be((9, 10));
        month.Figures.Named.Should().Be(new Figure(75, null));
        (await team.PageAsync(days: 90))!.Figures.Closed.Should().Be(17);
        (await team.PageAsync(days: 99))!.Period.Days.Should().Be(90);
    }

    [Fact]
    public async Task Compares_with_the_weekly_points_of_the_period_before()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var rep = await team.AddRepAsync();
        await team.AddRelationshipAsync(rep, [.. Enumerable.Range(0, 40).Select(i => (7 * i, i < 10 ? EvidenceKind.Missed : EvidenceKind.Met, 3))]);
        await WeeklyPointsServiceTests.FillAsync(team, rep);

        var page = (await team.PageAsync())!;
        page.Figures.Credibility.Change.Should().BeNegative();
        page.Figures.AtRisk.Should().Be(new Figure(1, 0));
        page.Reps[0].Trend.Should().HaveCount(14, "the last week closed before the period stands in front of its own");
        page.Reps[0].Trend[0].Should().BeApproximately(page.Figures.Credibility.Before!.Value, 1e-8, "one rep is the whole team");
    }

    [Fact]
    public async Task Shows_a_page_of_reps_and_the_figures_of_all()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        for (var i = 0; i < 27; i++)
            await team.AddRelationshipAsync(await team.AddRepAsync($"Rep {i:00}"), FourKept);

        var second = (await team.PageAsync(page: 2))!;
        second.Reps.Select(r => r.Name).Should().Equal("Rep 25", "Rep 26");
        (second.HasMore, second.RepCount, second.Figures.Relationships).Should().Be((false, 27, 27));
        (await team.PageAsync(page: 99))!.Page.Should().Be(2);
    }

    [Fact]
    public async Task A_team_of_another_manager_or_organization_is_not_there()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var other = await CoachedTeam.FoundAsync(database.ConnectionString);
        var colleague = await team.AddManagerAsync("Piet Kuiper");
        var theirs = await team.AddTeamAsync("Southern team", colleague.PersonId);
        await team.AddRelationshipAsync(await team.AddRepAsync("Luis Ortega", theirs), FourKept);

        (await team.PageAsync(teamId: theirs.Id)).Should().BeNull();
        (await team.PageAsync(teamId: other.Team.Id)).Should().BeNull();
        (await team.PageAsync())!.Teams.Should().ContainSingle(t => t.Id == team.Team.Id);
        (await team.PageAsync(colleague))!.Reps.Should().ContainSingle(r => r.Name == "Luis Ortega");
    }

    [Fact]
    public async Task A_manager_switches_between_several_teams()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var second = await team.AddTeamAsync("Alpine team", team.Manager.PersonId);
        await team.AddRepAsync("Priya Nair", second);

        (await team.PageAsync())!.Team.Name.Should().Be("Alpine team");
        (await team.PageAsync(teamId: team.Team.Id))!.Reps.Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_known_is_said_and_never_zero()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var empty = (await team.PageAsync())!;
        empty.Reps.Should().BeEmpty();
        empty.Figures.Credibility.Should().Be(new Figure(null, null));
        empty.Figures.AtRisk.Now.Should().BeNull();

        await team.AddRepAsync("Hanna Lind");
        var alone = (await team.PageAsync())!;
        alone.Reps[0].Should().Match<RepLine>(r => r.Dots.Count == 0 && r.Typical == null && r.Trend.Count == 0);
        alone.Reps[0].Traits.Should().OnlyContain(t => t.Value == null);
        alone.Hints.Should().BeEmpty();
        alone.Figures.KeptOnTime.Now.Should().BeNull();

        var nobody = await team.AddManagerAsync("Without Team");
        (await team.PageAsync(nobody))!.Teams.Should().BeEmpty();
    }

    [Fact]
    public async Task A_relationship_that_ended_is_neither_a_dot_nor_at_risk()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var rep = await team.AddRepAsync();
        var ended = await team.AddRelationshipAsync(rep, KeptThenLost);
        await EndAsync(team, ended.Id);

        var page = (await team.PageAsync())!;
        page.Reps[0].Dots.Should().BeEmpty();
        page.AtRisk.Should().BeEmpty();
        page.Reps[0].Traits.Should().Contain(t => t.Events > 0, "what the rep did stays true");
    }

    private static async Task EndAsync(CoachedTeam team, Guid relationshipId)
    {
        await using var db = team.Db();
        (await db.Standings.SingleAsync(s => s.RelationshipId == relationshipId)).End(true);
        await db.SaveChangesAsync();
    }

    private static async Task VoidPromisesAsync(CoachedTeam team)
    {
        await using var db = team.Db();
        foreach (var promise in await db.Promises.Include(p => p.Turns).ToListAsync())
            promise.Void("entered twice", team.Clock.Now).Should().BeNull();
        await db.SaveChangesAsync();
    }
}
