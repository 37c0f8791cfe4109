using FluentAssertions;
using TrustCoach.Domain.Promises;
using Xunit;

namespace TrustCoach.Domain.Tests.Promises;

public sealed class PromiseReminderTests
{
    [Fact]
    public void It_is_due_from_its_hour_on_and_once_a_day()
    {
        var reminder = Set(8, Given.At(Given.Wednesday, 7, 30));
        IsDue(reminder, Given.At(Given.Wednesday, 7, 59)).Should().BeFalse();
        IsDue(reminder, Given.At(Given.Wednesday, 8)).Should().BeTrue();
        reminder.Done(Given.Berlin, Given.At(Given.Wednesday, 8));
        IsDue(reminder, Given.At(Given.Wednesday, 23, 59)).Should().BeFalse();
        IsDue(reminder, Given.At(Given.Wednesday.AddDays(1), 8)).Should().BeTrue();
    }

    [Fact]
    public void An_hour_that_has_passed_begins_tomorrow()
    {
        var reminder = Set(8, Given.At(Given.Wednesday, 8));
        IsDue(reminder, Given.At(Given.Wednesday, 12)).Should().BeFalse();
        IsDue(reminder, Given.At(Given.Wednesday.AddDays(1), 8)).Should().BeTrue();
    }

    [Fact]
    public void Summer_time_neither_skips_nor_doubles_a_day()
    {
        // In Berlin 2:00 to 3:00 is missing on 28 March 2027, and comes twice on 31 October 2027.
        var reminder = Set(2, Given.At(new(2027, 3, 27), 1));
        reminder.Done(Given.Berlin, Given.At(new(2027, 3, 27), 2));
        IsDue(reminder, Given.At(new(2027, 3, 28), 1, 59)).Should().BeFalse();
        IsDue(reminder, Given.At(new(2027, 3, 28), 3)).Should().BeTrue();
        reminder.Done(Given.Berlin, Given.At(new(2027, 10, 31), 2));
        IsDue(reminder, Given.At(new(2027, 10, 31), 2).AddHours(1)).Should().BeFalse("the second two o'clock is the same day");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public void No_such_hour_is_refused(int hour) =>
        new PromiseReminder(Guid.NewGuid(), Guid.NewGuid()).At(hour, Given.Berlin, Given.Made)!.Field.Should().Be("Hour");

    private static PromiseReminder Set(int hour, DateTimeOffset now)
    {
        var reminder = new PromiseReminder(Guid.NewGuid(), Guid.NewGuid());
        reminder.At(hour, Given.Berlin, now).Should().BeNull();
        return reminder;
    }

    private static bool IsDue(PromiseReminder reminder, DateTimeOffset now) => reminder.IsDue(Given.Berlin, now);
}
