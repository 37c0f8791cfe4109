using FluentAssertions;
using TrustCoach.Domain.Promises;
using Xunit;

namespace TrustCoach.Domain.Tests.Promises;

public sealed class PromiseLoadTests
{
    [Fact]
    public void Weeks_with_as_much_are_told_apart_from_lighter_ones()
    {
        var load = PromiseLoad.Of([Week(1, 2, 2), Week(2, 6, 3), Week(3, 4, 4), Week(4, 7, 4)], 6);
        (load.Load, load.Busy, load.Light, load.Most).Should().Be((6, (7, 13), (6, 6), 7));
        load.IsTooMuch.Should().BeTrue("7 of 13 is far below 6 of 6");
        load.IsUnknown.Should().BeFalse();
    }

    [Fact]
    public void Nothing_is_said_where_little_is_known()
    {
        PromiseLoad.Of([], 9).IsTooMuch.Should().BeFalse();
        PromiseLoad.Of([], 9).IsUnknown.Should().BeFalse("with no past there is nothing to be more than");
        PromiseLoad.Of([Week(1, 2, 2), Week(2, 4, 0)], 4).IsTooMuch.Should().BeFalse("four promises are too few");
    }

    [Fact]
    public void A_rep_who_keeps_as_many_in_busy_weeks_is_not_warned() =>
        PromiseLoad.Of([Week(1, 5, 5), Week(2, 8, 8)], 6).IsTooMuch.Should().BeFalse();

    [Fact]
    public void More_than_ever_is_said_as_unknown()
    {
        var load = PromiseLoad.Of([Week(1, 5, 5), Week(2, 3, 3)], 6);
        (load.IsUnknown, load.IsTooMuch, load.Most).Should().Be((true, false, 5));
    }

    private static LoadWeek Week(int ago, int due, int kept) => new(new DateOnly(2026, 8, 31).AddDays(-7 * ago), due, kept);
}
