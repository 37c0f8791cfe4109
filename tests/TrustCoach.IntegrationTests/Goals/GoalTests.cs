using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Goals;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Repairs;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.IntegrationTests.Why;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Goals;
using TrustCoach.Services.People;
using TrustCoach.Services.Practice;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Goals;

public sealed class GoalTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task What_was_done_is_counted_from_the_record_and_follows_when_that_is_corrected()
    {
        var scene = await Scene.SetAsync(web);
        for (var ago = 9; ago > 5; ago--)
            await scene.LogAsync(Outcome.Met, scene.Now.AddDays(-ago));
        var id = await scene.AgreedAsync();
        Guid last = default;
        for (var day = 0; day < 4; day++)
        {
            last = (await scene.LogAsync(Outcome.Met, scene.Now.AddDays(day == 3 ? -1 : 0))).Value.TouchpointId;
            web.Hands.Advance(TimeSpan.FromDays(1));
        }

        var goal = (await scene.GoalAsync(id))!;
        goal.Line.Compared!.Before.Should().Be(new HabitCount(0, 4), "all were written down days later");
        goal.Line.Compared.After.Should().Be(new HabitCount(3, 4));
        goal.Line.Outcome.Should().BeNull("it still runs");
        goal.Course.Should().ContainSingle().Which.Count.Should().Be(new HabitCount(3, 4));
        var counted = (await CountedAsync(scene, id, new(false, null, null, EvidenceCursor.Start)))!;
        counted.Rows.Select(r => r.Done).Should().BeEquivalentTo([true, true, true, false]);
        counted.Rows.Should().OnlyContain(r => r.Customer == scene.Customer && r.TouchpointId != null);
        (await CountedAsync(scene, id, new(false, false, null, EvidenceCursor.Start)))!.Rows.Should().ContainSingle(r => r.TouchpointId == last);
        (await CountedAsync(scene, id, new(true, null, null, EvidenceCursor.Start)))!.Rows.Should().HaveCount(4).And.OnlyContain(r => !r.Done);

        await scene.VoidAsync(last);
        (await scene.GoalAsync(id))!.Line.Compared!.After.Should().Be(new HabitCount(3, 3));
        web.Hands.Advance(TimeSpan.FromDays(14));
        var over = (await scene.GoalAsync(id))!.Line;
        (over.Outcome, over.Compared!.Verdict).Should().Be((GoalOutcome.Reached, HabitVerdict.Better));
    }

    [Fact]
    public async Task Each_behaviour_has_as_many_rows_as_its_count_says()
    {
        var scene = await Scene.SetAsync(web);
        var goals = new List<Guid>();
        var planned = await scene.LogAsync(scene.Command(new(null, scene.Now.AddHours(2), Expectation: "The figures.")));
        foreach (var facts in Habits.All.Take(3))
            goals.Add(await scene.AgreedAsync(GoalScene.Target(facts.Habit)));
        web.Hands.Advance(TimeSpan.FromHours(4));
        await scene.AsAsync(scene.Rep, (s, a) => s.CloseAsync(a, new(planned.Value.TouchpointId, 1, Outcome.Met), default));
        await scene.LogAsync(scene.Command(new(Outcome.Missed, scene.Now) { Breakers = [new(BreakerKind.Late, 2, 20)] }));
        await scene.KeepAsync(await scene.PromiseAsync());
        await scene.PromiseAsync();
        web.Hands.Advance(TimeSpan.FromDays(10));
        foreach (var id in goals)
            await AddsUpAsync(scene, id);
        foreach (var id in goals)
            await scene.DoAsync((s, a) => s.GiveUpAsync(a, id, 2, "Others first.", default));
        foreach (var facts in Habits.All.Skip(3))
            await AddsUpAsync(scene, await scene.AgreedAsync(GoalScene.Target(facts.Habit)));
    }

    [Fact]
    public async Task A_proposal_waits_for_the_rep_and_only_the_rep_answers_it()
    {
        var scene = await Scene.SetAsync(web);
        var id = (await scene.ProposeAsync())!.Value.Value;
        (await scene.DoAsync((s, a) => s.AgreeAsync(a, id, 1, default), scene.Manager)).Should().BeNull("a manager cannot agree for a rep");
        (await scene.CurrentAsync(scene.Rep))!.ToAnswer.Should().ContainSingle();
        (await scene.DoAsync((s, a) => s.DeclineAsync(a, id, 1, "Rather begin on time.", default)))!.Value.Refused(out _, out _).Should().BeFalse();
        (await scene.DoAsync((s, a) => s.WithdrawAsync(a, id, 1, default), scene.Manager))!.Value.Refused(out var late, out _).Should().BeTrue();
        late!.Message.Should().Contain("answered");
        (await scene.GoalAsync(id))!.Line.Goal.Reason.Should().Be("Rather begin on time.");

        var second = (await scene.ProposeAsync())!.Value.Value;
        (await scene.DoAsync((s, a) => s.WithdrawAsync(a, second, 1, default), scene.Manager))!.Value.Refused(out _, out _).Should().BeFalse();
        await using var db = scene.Db();
        (await db.Audit.Where(e => e.SubjectId == id || e.SubjectId == second).Select(e => e.Act).ToListAsync())
            .Should().BeEquivalentTo("goal.proposed", "goal.declined", "goal.proposed", "goal.withdrawn");
    }

    [Fact]
    public async Task Three_at_a_time_are_the_most_also_when_proposed_at_once_and_the_same_form_proposes_one()
    {
        var scene = await Scene.SetAsync(web);
        var key = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => scene.ProposeAsync(key: key)));
        (await scene.CurrentAsync())!.Lines.Should().ContainSingle();
        var proposed = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => scene.ProposeAsync(i % 2 == 0 ? scene.Manager : scene.Rep)));
        proposed.Count(p => p!.Value.Refused(out _, out _)).Should().Be(2);
        var current = (await scene.CurrentAsync())!;
        (current.Lines.Count, current.MayPropose).Should().Be((3, false));
        (await scene.ProposeAsync())!.Value.Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("Three goals at a time");
        web.Hands.Advance(TimeSpan.FromDays(60));
        foreach (var line in current.Lines.Where(l => l.Goal.State == GoalState.Proposed))
            await scene.DoAsync((s, a) => s.WithdrawAsync(a, line.Goal.Id, 1, default), scene.Manager);
        (await scene.ProposeAsync())!.Value.Refused(out _, out _).Should().BeFalse("those that ended make room");
    }

    [Fact]
    public async Task A_goal_follows_the_rep_to_another_team_and_stays_shut_to_everybody_else()
    {
        var scene = await Scene.SetAsync(web);
        var id = await scene.AgreedAsync();
        var other = await web.GivenAManagerAsync(scene.Organization);
        var team = await web.GivenATeamAsync(scene.Organization, other);
        var colleague = await web.GivenARepAsync(scene.Organization, team.Id);
        var admin = await web.GivenAnAdminAsync(scene.Organization);
        foreach (var stranger in new[] { other, colleague, admin })
        {
            (await scene.GoalAsync(id, stranger)).Should().BeNull();
            (await scene.CurrentAsync(stranger)).Should().BeNull();
            (await scene.ProposeAsync(stranger)).Should().BeNull();
            (await CountedAsync(scene, id, new(false, null, null, EvidenceCursor.Start), stranger)).Should().BeNull();
        }

        await using (var db = scene.Db())
        {
            await db.People.Where(p => p.Id == scene.Rep.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.TeamId, team.Id));
        }

        (await scene.GoalAsync(id, scene.Manager)).Should().BeNull();
        (await scene.GoalAsync(id, other))!.Line.ProposedBy.Should().Be(scene.Manager.Name);
        (await scene.ProposeAsync(other, repId: scene.Manager.Id)).Should().BeNull("a manager has no goals of this kind");
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task It_costs_the_same_few_statements_whatever_was_logged(int encounters)
    {
        var scene = await Scene.SetAsync(web);
        var id = await scene.AgreedAsync();
        await scene.ProposeAsync(scene.Rep);
        for (var i = 0; i < encounters; i++)
            await scene.LogAsync(Outcome.Met, scene.Now);
        var (current, one, counted) = (new CommandCounter(), new CommandCounter(), new CommandCounter());
        GoalBook Book(Services.Data.TrustCoachDb db)
        {
            var rules = new RuleBook();
            return new(db, new HabitCountsQuery(db), rules, web.Clock);
        }

        await scene.AskAsync(scene.Rep, (db, _, actor) => Book(db).CurrentAsync(actor, scene.Rep.Id, default), current);
        await scene.AskAsync(scene.Rep, (db, _, actor) => Book(db).OneAsync(actor, id, default), one);
        await scene.AskAsync(scene.Rep, (db, _, actor) => new CountedQuery(db, Book(db), web.Clock).RunAsync(actor, id, new(false, null, null, EvidenceCursor.Start), default), counted);
        // The rules are read once in the life of an app; here by each book.
        (current.Count, one.Count, counted.Count).Should().Be((4, 3, 2), string.Join("\n\n", current.Statements.Concat(one.Statements)));
    }

    [Fact]
    public async Task Rows_come_page_by_page()
    {
        var scene = await Scene.SetAsync(web);
        var id = await scene.AgreedAsync();
        for (var i = 0; i < 27; i++)
            await scene.LogAsync(Outcome.Met);
        var first = (await CountedAsync(scene, id, new(false, null, null, EvidenceCursor.Start)))!;
        var second = (await CountedAsync(scene, id, new(false, null, null, EvidenceCursor.Of(first.Next!.ToString()))))!;
        first.Rows.Should().HaveCount(25);
        second.Rows.Should().HaveCount(2);
        second.Next.Should().BeNull();
        first.Rows.Concat(second.Rows).Select(r => r.Id).Should().OnlyHaveUniqueItems();
    }

    private static Task<CountedPage?> CountedAsync(Scene scene, Guid id, CountedAsked asked, GivenPerson? by = null) =>
        scene.WithAsync(by ?? scene.Manager, (CountedQuery q, Actor a) => q.RunAsync(a, id, asked, default));

    private static async Task AddsUpAsync(Scene scene, Guid id)
    {
        var line = (await scene.GoalAsync(id))!.Line;
        foreach (var (before, count) in new[] { (true, line.Compared!.Before), (false, line.Compared.After) })
        {
            var rows = (await CountedAsync(scene, id, new(before, null, null, EvidenceCursor.Start)))!.Rows;
            new HabitCount(rows.Count(r => r.Done), rows.Count).Should().Be(count, $"{line.Facts.Habit}");
        }
    }
}
