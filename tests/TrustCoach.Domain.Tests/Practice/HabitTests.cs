using FluentAssertions;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Practice;

public sealed class HabitTests
{
    private const double NinetyFive = 1.959964;
    private static readonly double Eighty = ScoringRules.Default.Reputation.Band;
    private static readonly DateOnly Monday = new(2026, 11, 2);

    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    public void The_interval_of_a_difference_is_the_one_newcombe_published(int after, int ofAfter, int before, int ofBefore, double low, double high)
    {
        var compared = HabitComparison.Of(new(before, ofBefore), new(after, ofAfter), NinetyFive, 3);
        compared.Low.Should().BeApproximately(low, 5e-5);
        compared.High.Should().BeApproximately(high, 5e-5);
    }

    [Theory]
    [InlineData(3, 12, 9, 10, HabitVerdict.Better)]
    [InlineData(9, 10, 3, 12, HabitVerdict.Worse)]
    [InlineData(5, 9, 4, 6, HabitVerdict.CannotTell)]
    [InlineData(0, 40, 2, 2, HabitVerdict.TooEarly)]
    [InlineData(0, 0, 9, 9, HabitVerdict.TooEarly)]
    public void Something_is_said_only_when_the_interval_allows_it(int before, int ofBefore, int after, int ofAfter, HabitVerdict verdict) =>
        HabitComparison.Of(new(before, ofBefore), new(after, ofAfter), Eighty, 3).Verdict.Should().Be(verdict);

    [Fact]
    public void The_same_on_both_sides_is_never_a_change()
    {
        for (var of = 1; of < 40; of++)
        {
            for (var done = 0; done <= of; done++)
                HabitComparison.Of(new(done, of), new(done, of), Eighty, 1).Verdict.Should().Be(HabitVerdict.CannotTell, $"{done} of {of}");
        }
    }

    [Fact]
    public void A_share_lies_in_its_interval_and_of_nothing_it_may_be_anything()
    {
        new HabitCount(0, 0).Interval(Eighty).Should().Be((0, 1));
        foreach (var count in new HabitCount[] { new(0, 5), new(3, 7), new(5, 5) })
        {
            var (low, high) = count.Interval(Eighty);
            count.Share.Should().BeInRange(low, high);
            (high - low).Should().BeInRange(0.1, 0.6);
        }
    }

    [Fact]
    public void The_weakest_trait_suggests_its_habit_and_says_why()
    {
        var suggested = Habits.Suggest([new(Trait.Honesty, null, 2), new(Trait.Punctuality, 58.2, 12), new(Trait.KeepingWord, 71, 30)]);
        suggested.Habit.Should().Be(Habit.StartOnTime);
        suggested.Reason.Should().Contain("punctuality").And.Contain("58 from 12 events");
        Habits.Suggest([]).Habit.Should().Be(Habit.NameExpectation);
    }

    [Fact]
    public void There_is_one_habit_for_each_trait()
    {
        Habits.All.Select(h => h.Trait).Should().BeEquivalentTo(Enum.GetValues<Trait>());
        Habits.All.Select(h => h.Habit).Should().BeEquivalentTo(Enum.GetValues<Habit>());
    }

    [Fact]
    public void A_trial_runs_for_fourteen_days_and_is_compared_with_the_four_weeks_before()
    {
        var trial = new HabitTrial(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Habit.CloseTheDay, Monday);
        trial.Runs(Monday.AddDays(13)).Should().BeTrue();
        trial.Runs(Monday.AddDays(14)).Should().BeFalse();
        trial.During(Monday.AddDays(3)).Should().Be(new DaySpan(Monday, Monday.AddDays(3)));
        trial.During(Monday.AddDays(90)).Should().Be(new DaySpan(Monday, Monday.AddDays(13)));
        trial.DaysBefore.Should().Be(new DaySpan(Monday.AddDays(-28), Monday.AddDays(-1)));
    }

    [Fact]
    public void Giving_up_ends_it_that_day_and_what_has_ended_stays_ended()
    {
        var trial = new HabitTrial(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Habit.CloseTheDay, Monday);
        trial.Stop(Monday.AddDays(40));
        trial.StoppedOn.Should().BeNull();
        trial.Stop(Monday.AddDays(5));
        trial.Runs(Monday.AddDays(5)).Should().BeFalse();
        trial.During(Monday.AddDays(9)).To.Should().Be(Monday.AddDays(5));
    }
}
