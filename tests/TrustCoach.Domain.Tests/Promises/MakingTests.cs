using FluentAssertions;
using TrustCoach.Domain.Promises;
using Xunit;
using static TrustCoach.Domain.Tests.Promises.Given;

namespace TrustCoach.Domain.Tests.Promises;

public sealed class MakingTests
{
    [Fact]
    public void A_day_without_an_hour_lasts_until_midnight_where_it_was_typed()
    {
        var angeles = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
        var promise = Make(new(Direction.Ours, "Send it", Wednesday), Calendar(Made, angeles)).Value;

        TimeZoneInfo.ConvertTime(promise.DueAt, angeles).TimeOfDay.Should().Be(new TimeSpan(23, 59, 59));
        promise.HasTime.Should().BeFalse();
        promise.DueDay.Should().Be(Wednesday.AddDays(1), "midnight in Los Angeles is the next morning in Berlin");
    }

    [Fact]
    public void An_hour_is_meant_where_it_was_typed()
    {
        var tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
        var promise = Make(new(Direction.Ours, "Call", Wednesday.AddDays(1), new TimeOnly(6, 0)), Calendar(Made, tokyo)).Value;

        promise.DueAt.Should().Be(new DateTimeOffset(2026, 9, 2, 21, 0, 0, TimeSpan.Zero));
        promise.DueDay.Should().Be(Wednesday, "six in the morning in Tokyo is still the evening before in Berlin");
    }

    [Theory]
    [InlineData(29, 3, 2, 30, "2026-03-29T01:30:00Z")]   // skipped by summer time: moves on by the gap
    [InlineData(25, 10, 2, 30, "2026-10-25T00:30:00Z")]  // comes twice: the first of the two
    public void An_hour_that_summer_time_skips_or_repeats_is_one_instant(int day, int month, int hour, int minute, string instant) =>
        Make(new(Direction.Ours, "Call", new(2026, month, day), new(hour, minute)), On(new(2026, month, day - 5)))
            .Value.DueAt.Should().Be(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_clock_closes_it_when_the_grace_after_the_due_day_is_over() =>
        APromise(dueIn: 2).ClosesOn.Should().Be(Wednesday.AddDays(2 + Grace));

    [Theory]
    [InlineData(-1, null, "It cannot be due before it was given.")]
    [InlineData(-40, null, "It cannot be due before it was given.")]
    [InlineData(0, 8, "That hour has passed already. Pick a later one.")]
    [InlineData(365 * 6, null, "Promise at most five years ahead.")]
    public void A_due_date_out_of_reach_is_refused_beside_its_field(int dueIn, int? hour, string message) =>
        Make(new(Direction.Ours, "Send it", Wednesday.AddDays(dueIn), hour is { } h ? new TimeOnly(h, 0) : null))
            .Refusal().Should().Be(new Problem(nameof(Domain.Promises.Promise.DueDay), message));

    [Fact]
    public void The_ends_of_the_calendar_are_refused_and_not_computed_with()
    {
        foreach (var day in new[] { DateOnly.MinValue, DateOnly.MaxValue })
            Make(new(Direction.Ours, "Send it", day, TimeOnly.MinValue)).Refusal().Field.Should().Be("DueDay");
    }

    [Theory]
    [InlineData("", null, "Text")]
    [InlineData("  \0 ", null, "Text")]
    [InlineData("Send it", 301, "Condition")]
    public void An_empty_text_and_a_long_condition_are_refused(string text, int? condition, string field) =>
        Make(new(Direction.Ours, text, Wednesday, null, condition is { } length ? new string('x', length) : null)).Refusal().Field.Should().Be(field);

    [Fact]
    public void A_character_that_no_database_keeps_is_left_out() =>
        Make(new(Direction.Ours, "Send\0 it ", Wednesday)).Value.Text.Should().Be("Send it");

    [Fact]
    public void A_text_of_the_full_length_is_kept_and_one_more_is_refused()
    {
        Make(new(Direction.Ours, new string('ü', Domain.Promises.Promise.TextMaxLength), Wednesday)).Value.Text.Should().HaveLength(500);
        Make(new(Direction.Ours, new string('ü', Domain.Promises.Promise.TextMaxLength + 1), Wednesday)).Refusal().Field.Should().Be("Text");
    }

    [Fact]
    public void An_unknown_direction_or_severity_is_refused()
    {
        Make(new((Direction)9, "Send it", Wednesday)).Refusal().Field.Should().Be("Direction");
        Make(new(Direction.Ours, "Send it", Wednesday, null, null, 4)).Refusal().Field.Should().Be("Severity");
    }
}
