using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.People;
using TrustCoach.Services.Rules;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Rules;

public sealed class CancelRulesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Cancelled_while_it_is_rebuilt_a_version_never_comes_into_force_and_stays_in_the_list()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 4);
        var before = await team.NumbersAsync();
        await team.PublishAsync(RuleTeam.Harsher);
        await team.StepAsync(3);

        (await CancelAsync(team, 2)).Should().BeNull();
        await team.RunAsync(3);

        (await team.NumbersAsync()).Should().BeEquivalentTo(before);
        await FirstRulesAreInForceAsync(team);
        await using var db = team.Db();
        (await db.RuleJobs.SingleAsync()).Should().BeEquivalentTo(new { State = RuleJobState.Cancelled, FinishedAt = (DateTimeOffset?)(team.Clock.Now - RuleRebuild.Notice) });
        var lines = await new RulesQuery(db).VersionsAsync(team.Admin, default);
        lines.Select(l => (l.Version, l.InForceFrom.HasValue, l.CancelledAt.HasValue)).Should().Equal((2, false, true), (1, true, false));
        (await db.RuleMarksAsync(team.Admin, team.Admin.Today(team.Clock.Now).AddDays(-10), default)).Should().BeEmpty();
        (await db.Audit.CountAsync(a => a.Act == "rules.cancelled")).Should().Be(1);
    }

    [Fact]
    public async Task The_next_version_is_compared_with_the_one_in_force_and_has_a_number_of_its_own()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 2);
        await team.PublishAsync(RuleTeam.Harsher);
        await team.StepAsync(1);
        (await CancelAsync(team, 2)).Should().BeNull();

        team.Clock.Now += TimeSpan.FromMinutes(1);
        (await team.SaveAsync(0, ("GraceDays", 12))).Should().BeEmpty();
        await using (var db = team.Db())
            (await new RulesQuery(db).DraftAsync(team.Admin, default)).Changes.Select(c => c.Setting.Path).Should().Equal("GraceDays");
        (await team.PublishAsync(1)).Value.Should().Be(3);
        await team.RunAsync();

        await team.AllFollowsAsync(ScoringRules.Default with { GraceDays = 12 }, 3);
        await using var after = team.Db();
        (await new RulesQuery(after).VersionsAsync(team.Admin, default))[0].Changes.Should().ContainSingle();
    }

    [Fact]
    public async Task Cancelled_between_the_last_fold_and_the_exchange_nothing_is_exchanged()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 2);
        var before = await team.NumbersAsync();
        await team.PublishAsync(RuleTeam.Harsher);
        while (await team.StepAsync() == RebuildStep.Folded)
        {
        }

        team.Clock.Now += RuleRebuild.Notice;
        await using var working = team.Db();
        var job = await working.RuleJobs.SingleAsync();
        (await CancelAsync(team, 2)).Should().BeNull();

        (await new RuleExchange(working, team.Team.Book, team.Clock).RunAsync(job, default)).Should().BeFalse("it has read the job before it was cancelled");
        (await team.NumbersAsync()).Should().BeEquivalentTo(before);
        await FirstRulesAreInForceAsync(team);
    }

    [Fact]
    public async Task In_force_cancelled_already_or_asked_by_somebody_else_it_is_refused()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        var rules = await team.PublishAsync(RuleTeam.Harsher);
        (await CancelAsync(team, 2, team.Team.Manager with { Roles = Roles.Manager }))!.Message.Should().Contain("Only an admin");
        (await CancelAsync(team, 1))!.Message.Should().Contain("nothing to cancel");
        await team.RunAsync();

        (await CancelAsync(team, 2))!.Message.Should().Contain("nothing to cancel");
        await team.AllFollowsAsync(rules, 2);
    }

    [Fact]
    public async Task A_rebuild_that_stopped_is_cancelled_and_not_tried_again()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        await team.PublishAsync(RuleTeam.Harsher);
        await using (var db = team.Db())
        {
            (await db.RuleJobs.SingleAsync()).Stop("It was interrupted.", team.Clock.Now);
            await db.SaveChangesAsync();
        }

        (await CancelAsync(team, 2)).Should().BeNull();
        await using var publishing = team.Db();
        (await new RulePublisher(publishing, team.Clock, NullLogger<RulePublisher>.Instance).RetryAsync(team.Admin, default))
            .Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("cancelled");
    }

    private static async Task FirstRulesAreInForceAsync(RuleTeam team)
    {
        await using var db = team.Db();
        (await db.Organizations.SingleAsync()).Should().BeEquivalentTo(new { RulesVersion = 1, NextRulesVersion = (int?)null });
        (await db.Standings.AnyAsync(s => s.RulesVersion != 1)).Should().BeFalse();
    }

    private static async Task<Problem?> CancelAsync(RuleTeam team, int version, Actor? by = null)
    {
        await using var db = team.Db();
        return await new RulePublisher(db, team.Clock, NullLogger<RulePublisher>.Instance).CancelAsync(by ?? team.Admin, version, default);
    }
}
