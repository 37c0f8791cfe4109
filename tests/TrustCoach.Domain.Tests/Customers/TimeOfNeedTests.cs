using FluentAssertions;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Dates;
using Xunit;

namespace TrustCoach.Domain.Tests.Customers;

public sealed class TimeOfNeedTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 3, 40, TimeSpan.Zero);

    [Fact]
    public void Without_a_time_it_begins_in_this_minute()
    {
        var need = Mark(null);
        need.StartedAt.Should().Be(new DateTimeOffset(2026, 11, 22, 14, 3, 0, TimeSpan.Zero));
        (need.Day, need.IsOpen, need.Version).Should().Be((new DateOnly(2026, 11, 22), true, 1));
    }

    [Theory]
    [InlineData(60, "future"), InlineData(-367 * 24 * 60, "more than a year")]
    public void It_begins_neither_in_the_future_nor_long_ago(int minutes, string said) =>
        Refusal(new("The line stands still", Now.AddMinutes(minutes))).Message.Should().Contain(said);

    [Theory]
    [InlineData(null), InlineData("  "), InlineData("\0")]
    public void It_says_what_happened(string? text) => Refusal(new(text)).Field.Should().Be(nameof(TimeOfNeed.Text));

    [Fact]
    public void What_happened_fits_in_three_hundred_characters()
    {
        Refusal(new(new string('x', 301))).Message.Should().Contain("300");
        TimeOfNeed.Mark(new(), new(new string('x', 300)), Berlin, Now).Refused(out _, out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("2026-03-28T23:30:00Z", 29), InlineData("2026-03-29T21:59:00Z", 29), InlineData("2026-03-29T22:01:00Z", 30)]
    public void Its_day_is_the_organizations_on_the_day_the_clocks_go_forward_too(string at, int day) =>
        Mark(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)).Day.Should().Be(new DateOnly(2026, 3, day));

    [Fact]
    public void It_ends_once_and_can_go_on()
    {
        var need = Mark(Now.AddHours(-5));
        need.End(1, Now).Should().BeNull();
        (need.OverAt, need.IsOpen).Should().Be((Now, false));
        need.End(2, Now)!.Message.Should().Contain("over already");
        need.Reopen(2).Should().BeNull();
        need.IsOpen.Should().BeTrue();
    }

    [Fact]
    public void A_change_on_an_older_reading_is_refused_and_so_is_one_of_what_was_withdrawn()
    {
        var need = Mark(Now.AddHours(-5));
        need.Change(new("Something else", Now.AddHours(-4)), 0, Berlin, Now)!.Message.Should().Contain("while you were reading");
        need.Text.Should().Be("The line stands still");
        need.Withdraw(1, Now).Should().BeNull();
        need.Change(new("Something else"), 2, Berlin, Now)!.Message.Should().Contain("withdrawn");
    }

    [Fact]
    public void It_cannot_be_moved_behind_its_own_end()
    {
        var need = Mark(Now.AddHours(-5));
        need.End(1, Now.AddHours(-3));
        need.Change(new("The line stands still", Now.AddHours(-2)), 2, Berlin, Now)!.Field.Should().Be(nameof(TimeOfNeed.StartedAt));
    }

    [Theory]
    [InlineData(new[] { 10, 20, 60 }, 20), InlineData(new[] { 60, 10, 30, 20 }, 25), InlineData(new[] { 10, 20 }, null)]
    public void Half_of_the_responses_come_within_the_median_and_two_have_none(int[] minutes, int? median)
    {
        var responses = FirstResponses.Of(minutes.Select(m => (TimeSpan?)TimeSpan.FromMinutes(m)).Append(null));
        responses.Should().Be(new FirstResponses(minutes.Length + 1, minutes.Length, median is { } m ? TimeSpan.FromMinutes(m) : null));
    }

    [Theory]
    [InlineData(0, "less than a minute"), InlineData(25, "25 min"), InlineData(60, "1 h"), InlineData(200, "3 h 20 min"), InlineData((24 * 60) - 1, "23 h 59 min"),
        InlineData(24 * 60, "1 day"), InlineData(29 * 60, "1 day 5 h"), InlineData(48 * 60, "2 days"), InlineData((7 * 24 * 60) + 90, "7 days"), InlineData(-5, "less than a minute")]
    public void Elapsed_time_is_said_as_exactly_as_it_matters(int minutes, string words) => ElapsedWords.Of(TimeSpan.FromMinutes(minutes)).Should().Be(words);

    private static TimeOfNeed Mark(DateTimeOffset? at) =>
        TimeOfNeed.Mark(new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()), new("The line stands still", at), Berlin, Now).Value;

    private static Problem Refusal(NeedDetails details)
    {
        TimeOfNeed.Mark(new(), details, Berlin, Now).Refused(out var problem, out _).Should().BeTrue();
        return problem!;
    }
}
