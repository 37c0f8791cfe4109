using FluentAssertions;
using TrustCoach.Domain.Goals;
using TrustCoach.Domain.Practice;
using Xunit;

namespace TrustCoach.Domain.Tests.Goals;

public sealed class GoalTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly GoalTarget Usual = new(Habit.PromiseLess, 8, 10, 4);

    private static Goal Proposed(GoalTarget? target = null) => Goal.Propose(new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()), target ?? Usual, Now, Today).Value;

    private static Goal Running()
    {
        var goal = Proposed();
        goal.Agree(1, Today).Should().BeNull();
        return goal;
    }

    [Fact]
    public void A_managers_proposal_runs_only_once_the_rep_has_agreed_and_the_reps_own_at_once()
    {
        var goal = Proposed();
        (goal.Runs(Today), goal.IsLive(Today), goal.During(Today)).Should().Be((false, true, null));
        goal.Agree(1, Today.AddDays(3)).Should().BeNull();
        (goal.StartsOn, goal.EndsOn, goal.Version).Should().Be((Today.AddDays(3), Today.AddDays(30), 2));
        goal.Before.Should().Be(new DaySpan(Today.AddDays(-25), Today.AddDays(2)));

        var rep = Guid.NewGuid();
        Goal.Propose(new(Guid.NewGuid(), Guid.NewGuid(), rep, rep), Usual, Now, Today).Value.Runs(Today).Should().BeTrue();
    }

    [Theory]
    [InlineData(null, 8, 10, 4, "Behaviour"), InlineData(99, 8, 10, 4, "Behaviour"), InlineData(0, 8, 10, 4, "Behaviour")]
    [InlineData(3, 8, 2, 4, "Of"), InlineData(3, 8, 101, 4, "Of"), InlineData(3, 8, null, 4, "Of")]
    [InlineData(3, 0, 10, 4, "Done"), InlineData(3, 11, 10, 4, "Done"), InlineData(3, null, 10, 4, "Done")]
    [InlineData(3, 8, 10, 5, "Weeks"), InlineData(3, 8, 10, null, "Weeks")]
    public void Only_what_can_be_counted_in_a_period_is_a_goal(int? behaviour, int? done, int? of, int? weeks, string field)
    {
        var target = new GoalTarget((Habit?)behaviour, done, of, weeks);
        Goal.Propose(new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()), target, Now, Today).Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be(field);
    }

    [Fact]
    public void No_behaviour_is_trust_or_a_score()
    {
        Enum.GetNames<Habit>().Should().NotContain(name => name.Contains("Trust", StringComparison.OrdinalIgnoreCase) || name.Contains("Cred", StringComparison.OrdinalIgnoreCase));
        Habits.All.Select(facts => facts.Trait).Should().OnlyHaveUniqueItems().And.HaveCount(5);
        Goal.Propose(new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()), Usual with { Behaviour = null }, Now, Today).Refused(out var problem, out _);
        problem!.Message.Should().Contain("nobody can aim at it");
    }

    [Theory]
    [InlineData(8, 10, GoalOutcome.Reached), InlineData(9, 9, GoalOutcome.Reached), InlineData(8, 8, GoalOutcome.Reached), InlineData(16, 20, GoalOutcome.Reached)]
    [InlineData(7, 10, GoalOutcome.NotReached), InlineData(8, 11, GoalOutcome.NotReached), InlineData(0, 3, GoalOutcome.NotReached), InlineData(15, 20, GoalOutcome.NotReached)]
    [InlineData(0, 0, GoalOutcome.TooFew), InlineData(7, 7, GoalOutcome.TooFew), InlineData(5, 7, GoalOutcome.TooFew), InlineData(0, 2, GoalOutcome.TooFew)]
    public void It_is_reached_when_done_as_often_and_in_no_smaller_share(int done, int of, GoalOutcome outcome) =>
        Proposed().Judge(new(done, of)).Should().Be(outcome);

    [Fact]
    public void Done_more_and_never_missed_is_never_a_worse_outcome()
    {
        var goal = Proposed(new(Habit.OwnUpFirst, 3, 4, 2));
        for (var of = 0; of < 12; of++)
        {
            for (var done = 0; done <= of; done++)
            {
                if (goal.Judge(new(done, of)) == GoalOutcome.Reached)
                    goal.Judge(new(done + 1, of + 1)).Should().Be(GoalOutcome.Reached);
                if (goal.Judge(new(done, of)) == GoalOutcome.NotReached && of < goal.Of)
                    goal.Judge(new(done, of + 1)).Should().Be(GoalOutcome.NotReached);
            }
        }
    }

    [Fact]
    public void Its_weeks_are_cut_at_today_and_at_its_end()
    {
        var goal = Running();
        goal.Course(Today).Should().Equal(new DaySpan(Today, Today));
        goal.Course(Today.AddDays(8)).Should().Equal(new DaySpan(Today, Today.AddDays(6)), new DaySpan(Today.AddDays(7), Today.AddDays(8)));
        goal.Course(Today.AddDays(100)).Should().HaveCount(4);
        goal.Course(Today.AddDays(100)).Last().To.Should().Be(goal.EndsOn);
    }

    [Fact]
    public void Who_comes_second_is_told()
    {
        var goal = Running();
        goal.Agree(1, Today)!.Message.Should().Contain("meanwhile");
        goal.Withdraw(1, Today)!.Message.Should().Contain("meanwhile");
        goal.GiveUp("Too much.", 1, Today)!.Message.Should().Contain("meanwhile");
        goal.GiveUp(" ", 2, Today)!.Field.Should().Be("Reason");
        goal.GiveUp(new string('x', 501), 2, Today)!.Field.Should().Be("Reason");
        goal.GiveUp("Too much.", 2, Today.AddDays(2)).Should().BeNull();
        (goal.IsLive(Today.AddDays(2)), goal.During(Today.AddDays(9))).Should().Be((false, new DaySpan(Today, Today.AddDays(2))));
    }

    [Fact]
    public void Another_is_asked_for_in_words()
    {
        var goal = Proposed();
        goal.Decline(null, 1, Today)!.Field.Should().Be("Reason");
        goal.Decline("Rather begin on time.", 1, Today).Should().BeNull();
        (goal.State, goal.IsLive(Today)).Should().Be((GoalState.Declined, false));
        goal.Agree(2, Today).Should().NotBeNull();
    }

    [Fact]
    public void It_is_prolonged_up_to_half_a_year_and_not_long_after_its_end()
    {
        var goal = Running();
        goal.Prolong(3, 2, Today)!.Field.Should().Be("Weeks");
        goal.Prolong(4, 2, Today.AddDays(40)).Should().BeNull();
        (goal.Weeks, goal.MoreBy, goal.EndsOn).Should().Be((8, 4, Today.AddDays(55)));
        goal.Prolong(2, 3, Today.AddDays(55 + Goal.ProlongWithinDays + 1)).Should().NotBeNull();
        for (var version = 3; goal.MayProlongBy(Today).Contains(4); version++)
            goal.Prolong(4, version, Today).Should().BeNull();
        goal.Weeks.Should().BeInRange(Goal.LongestWeeks - 3, Goal.LongestWeeks);
    }

    [Fact]
    public void What_they_make_of_it_is_written_when_it_is_over()
    {
        var goal = Running();
        goal.Reflect("It helped.", 2, Today).Should().NotBeNull();
        goal.Reflect("It helped.", 1, Today.AddDays(30))!.Field.Should().Be("Reflection");
        goal.Reflect("It helped.", 2, Today.AddDays(30)).Should().BeNull();
        goal.Reflect("It helped a little.", 3, Today.AddDays(31)).Should().BeNull();
        goal.Reflection.Should().Be("It helped a little.");
    }
}
