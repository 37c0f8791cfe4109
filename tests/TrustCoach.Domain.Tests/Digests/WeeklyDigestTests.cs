using FluentAssertions;
using TrustCoach.Domain.Digests;
using Xunit;

namespace TrustCoach.Domain.Tests.Digests;

public sealed class WeeklyDigestTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateTimeOffset Wednesday = At("2026-09-02T11:00");

    [Theory]
    [InlineData("2026-09-02T11:00", false, "it was chosen just now")]
    [InlineData("2026-09-06T23:59", false, "Monday has not come")]
    [InlineData("2026-09-07T07:59", false, "the hour has not come")]
    [InlineData("2026-09-07T08:00", true, "it has come")]
    [InlineData("2026-09-09T15:00", true, "nothing ran on Monday, so it comes late")]
    [InlineData("2026-09-20T15:00", true, "and once, however long nothing ran")]
    public void Comes_at_the_next_such_hour(string now, bool due, string because) =>
        Mondays().IsDue(Berlin, At(now)).Should().Be(due, because);

    [Fact]
    public void Once_done_it_comes_a_week_later()
    {
        var digest = Mondays();
        digest.Done(Berlin, At("2026-09-07T08:01"));
        digest.IsDue(Berlin, At("2026-09-07T23:00")).Should().BeFalse();
        digest.IsDue(Berlin, At("2026-09-14T07:59")).Should().BeFalse();
        digest.IsDue(Berlin, At("2026-09-14T08:00")).Should().BeTrue();
    }

    [Fact]
    public void One_that_came_late_does_not_move_the_next()
    {
        var digest = Mondays();
        digest.Done(Berlin, At("2026-09-12T20:00"));
        digest.IsDue(Berlin, At("2026-09-14T08:00")).Should().BeTrue();
    }

    [Fact]
    public void An_hour_that_summer_time_skips_comes_with_the_next()
    {
        var digest = new WeeklyDigest(Guid.NewGuid(), Guid.NewGuid());
        digest.At(DayOfWeek.Sunday, 2, Berlin, Wednesday).Should().BeNull();
        digest.Done(Berlin, new(2027, 3, 27, 12, 0, 0, TimeSpan.Zero));
        digest.IsDue(Berlin, new(2027, 3, 28, 0, 59, 0, TimeSpan.Zero)).Should().BeFalse("it is 01:59");
        digest.IsDue(Berlin, new(2027, 3, 28, 1, 0, 0, TimeSpan.Zero)).Should().BeTrue("it is 03:00");
    }

    [Theory]
    [InlineData(1, 24, "Hour")]
    [InlineData(1, -1, "Hour")]
    [InlineData(7, 8, "Weekday")]
    public void A_day_or_an_hour_that_is_none_is_refused(int weekday, int hour, string field) =>
        new WeeklyDigest(Guid.NewGuid(), Guid.NewGuid()).At((DayOfWeek)weekday, hour, Berlin, Wednesday)!.Field.Should().Be(field);

    private static WeeklyDigest Mondays()
    {
        var digest = new WeeklyDigest(Guid.NewGuid(), Guid.NewGuid());
        digest.At(DayOfWeek.Monday, 8, Berlin, Wednesday).Should().BeNull();
        return digest;
    }

    private static DateTimeOffset At(string local) => Days.At(
        DateOnly.FromDateTime(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)),
        TimeOnly.FromDateTime(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)), Berlin);
}
