using FluentAssertions;
using TrustCoach.Domain.Method;
using Xunit;

namespace TrustCoach.Domain.Tests.Method;

public sealed class TractionClockTests
{
    private static readonly DateOnly First = new(2026, 3, 2);

    [Fact]
    public void Counts_days_and_encounters_from_the_first_contact()
    {
        var clock = Read(First.AddDays(60), (TractionMark.PromiseKept, 4, 2), (TractionMark.Credible, 31, 5));

        clock[0].Should().Be(new TractionReading(TractionMark.PromiseKept, 4, 2));
        clock[3].Should().Be(new TractionReading(TractionMark.Credible, 31, 5));
    }

    [Fact]
    public void Says_not_yet_with_the_days_so_far() =>
        Read(First.AddDays(23))[1].Should().Match<TractionReading>(r => !r.Reached && r.Days == 23 && r.Mark == TractionMark.MetAgain);

    [Fact]
    public void Before_the_first_contact_there_is_no_clock() =>
        TractionClock.Read(new(null, new Dictionary<TractionMark, (DateOnly, int)>(), First)).Should().BeEmpty();

    [Fact]
    public void What_was_kept_before_the_first_logged_contact_counts_as_of_that_day() =>
        Read(First.AddDays(9), (TractionMark.PromiseKept, -3, 0))[0].Should().Be(new TractionReading(TractionMark.PromiseKept, 0, 1));

    [Fact]
    public void The_median_counts_those_who_still_wait_for_as_long_as_they_have_waited()
    {
        MedianWait.Read([(1, true), (5, true), (9, true)]).Median.Should().Be(5);
        MedianWait.Read([(1, true), (5, true), (9, true), (40, false), (40, false)]).Median.Should().Be(9, "two who wait long make it longer");
        MedianWait.Read([(1, true), (5, true), (9, true), (0, false), (0, false)]).Median.Should().Be(5, "two who have just begun do not");
        MedianWait.Read([(1, true), (2, true), (3, true), .. Enumerable.Repeat((50, false), 20)]).Median.Should().BeNull("fewer than half have come to it");
    }

    [Fact]
    public void Fewer_than_three_are_too_early_to_say() =>
        MedianWait.Read([(1, true), (5, true), (30, false)]).Should().Match<MedianWait>(w => w.TooEarly && w.Median == null);

    private static IReadOnlyList<TractionReading> Read(DateOnly until, params (TractionMark Mark, int After, int Encounters)[] reached) =>
        TractionClock.Read(new(First, reached.ToDictionary(r => r.Mark, r => (First.AddDays(r.After), r.Encounters)), until));
}
