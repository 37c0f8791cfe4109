using System.Globalization;
using FluentAssertions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Lessons;
using Xunit;

namespace TrustCoach.Domain.Tests.Lessons;

public sealed class LessonOrderTests
{
    private static readonly LessonShelf Shelf = LessonShelf.Own;
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly DateOnly Next = new(2026, 11, 30);

    [Fact]
    public void Each_week_goes_on_where_the_last_one_ended_over_week_53_and_the_new_year()
    {
        var order = new LessonOrder(Shelf, []);
        order.Of(new(2025, 12, 29)).Number.Should().Be(1, "the first week of 2026 begins in 2025");
        var monday = new DateOnly(2026, 12, 21);
        for (var n = 0; n < 4; n++)
        {
            var (week, next) = (monday.AddDays(7 * n), monday.AddDays(7 * (n + 1)));
            order.Of(next).Number.Should().Be((order.Of(week).Number % Shelf.Lessons.Count) + 1);
            Enumerable.Range(0, 7).Select(day => order.Of(week.AddDays(day))).Distinct().Should().ContainSingle("a week has one lesson");
        }

        LessonOrder.WeeksOf(2026).Should().HaveCount(53);
        LessonOrder.WeeksOf(2027).Should().HaveCount(52);
        (LessonOrder.YearOf(new(2027, 1, 3)), LessonOrder.Number(new(2027, 1, 3))).Should().Be((2026, 53));
        order.Of(new(2020, 2, 3)).Should().NotBeNull("also before the round began");
        LessonOrder.Words(new(2026, 12, 30), English).Should().Be("Week 53, 28 December 2026 to 3 January 2027");
        LessonOrder.Words(Today, English).Should().Be("Week 48, 23 to 29 November 2026");
        LessonOrder.Words(new(2026, 12, 1), English).Should().Be("Week 49, 30 November to 6 December 2026");
    }

    [Fact]
    public void Two_lessons_change_places_and_none_is_lost()
    {
        var team = new TeamLessons(Guid.NewGuid(), Guid.NewGuid());
        var before = Round(team);
        var (later, first) = (before[4], before[0]);
        team.Put(Shelf, later, Next, new ChoiceReason(Breach.Late, 5, 30), Today).Should().BeNull();
        Round(team)[0].Should().Be(later);
        Round(team)[4].Should().Be(first);
        Round(team).ToHashSet().SetEquals(before).Should().BeTrue();
        team.Order(Shelf).WhyOf(Next.AddDays(6))!.Words.Should().Be("Your manager chose this: late, five times in 30 days in the team.");
        team.Order(Shelf).WhyOf(Next.AddDays(28)).Should().BeNull();
        team.Version.Should().Be(1);

        team.Put(Shelf, first, Next, null, Today).Should().BeNull();
        Round(team).Should().Equal(before);
        team.Choices.Should().BeEmpty("what is as in the order for all need not be kept");
    }

    [Fact]
    public void However_often_it_is_arranged_a_round_has_each_lesson_once()
    {
        var (team, dice) = (new TeamLessons(Guid.NewGuid(), Guid.NewGuid()), new Random(7));
        var before = Round(team);
        for (var n = 0; n < 200; n++)
        {
            var (lesson, week) = (Shelf.Lessons[dice.Next(Shelf.Lessons.Count)], Next.AddDays(7 * dice.Next(Shelf.Lessons.Count)));
            team.Put(Shelf, lesson, week, dice.Next(2) == 0 ? new ChoiceReason() : null, Today).Should().BeNull();
            team.Order(Shelf).Of(week).Should().Be(lesson);
            Round(team).ToHashSet().SetEquals(before).Should().BeTrue();
        }

        team.Reset(Today);
        Round(team).Should().Equal(before);
    }

    [Fact]
    public void A_week_that_has_begun_stands()
    {
        var team = new TeamLessons(Guid.NewGuid(), Guid.NewGuid());
        team.Put(Shelf, Shelf.Lessons[0], new(2026, 11, 23), null, Today)!.Message.Should().StartWith("That week has begun");
        team.Put(Shelf, Shelf.Lessons[0], new(2030, 1, 7), null, Today)!.Message.Should().Contain("coming round");
        team.Put(Shelf, Shelf.Lessons[0], Next.AddDays(1), null, Today).Should().NotBeNull("a week is named by its Monday");
        team.Version.Should().Be(0);
    }

    [Fact]
    public void What_was_chosen_stays_what_was_read()
    {
        var team = new TeamLessons(Guid.NewGuid(), Guid.NewGuid());
        var chosen = Round(team)[2];
        team.Put(Shelf, chosen, Next, new ChoiceReason(), Today);
        team.Reset(Next.AddDays(3));
        team.Order(Shelf).Of(Next).Should().Be(chosen);
        team.Order(Shelf).LastOf(chosen, Next.AddDays(9)).Should().Be(Next);
        new LessonOrder(Shelf, [new(Next, "taken-out-since", new())]).Of(Next).Should().Be(new LessonOrder(Shelf, []).Of(Next), "a lesson may be taken out of a later version");
    }

    [Theory]
    [InlineData(1, "once")]
    [InlineData(2, "twice")]
    [InlineData(12, "12 times")]
    public void The_reason_counts_in_words(int count, string words) =>
        new ChoiceReason(Breach.PromiseNotKept, count, 90).Words.Should().Be($"Your manager chose this: promise not kept, {words} in 90 days in the team.");

    private static List<Lesson> Round(TeamLessons team) =>
        [.. Enumerable.Range(0, Shelf.Lessons.Count).Select(n => team.Order(Shelf).Of(Next.AddDays(7 * n)))];
}
