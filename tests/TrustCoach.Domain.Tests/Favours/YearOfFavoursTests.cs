using FluentAssertions;
using TrustCoach.Domain.Favours;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Touchpoints;
using Xunit;

namespace TrustCoach.Domain.Tests.Favours;

public sealed class YearOfFavoursTests
{
    private static readonly DateOnly Today = new(2026, 2, 28);

    [Fact]
    public void It_is_twelve_calendar_months_with_the_one_that_runs()
    {
        var year = YearOfFavours.Of([], Today);
        year.Months.Select(m => m.First).Should().HaveCount(12).And.StartWith([new DateOnly(2025, 3, 1)]).And.EndWith([new DateOnly(2026, 2, 1)]);
        (year.Ours, year.Theirs).Should().Be((SideTally.None, SideTally.None));
    }

    [Fact]
    public void Gestures_count_by_their_size_and_kept_promises_as_one_on_their_own_side()
    {
        var year = YearOfFavours.Of(
            [
                new(new(2025, 2, 28), true, 3, null), new(new(2025, 3, 1), true, 3, null), new(new(2026, 2, 28), true, 2, null), new(new(2026, 3, 1), true, 1, null),
                new(new(2025, 12, 31), true, null, PromiseState.KeptLate), new(new(2026, 1, 1), false, null, PromiseState.Kept),
                new(new(2026, 1, 9), false, null, PromiseState.Broken), new(new(2026, 1, 9), false, null, PromiseState.Lapsed),
            ], Today);
        year.Ours.Should().Be(new SideTally(2, 5, 1, 0));
        year.Theirs.Should().Be(new SideTally(0, 0, 1, 1));
        (year.Ours.Given, year.Theirs.Given, year.Theirs.Closed).Should().Be((6, 1, 2));
        year.Months[10].Should().Be(new MonthOfFavours(new(2026, 1, 1), SideTally.None, new(0, 0, 1, 1)));
    }

    [Fact]
    public void The_ladder_knows_its_highest_rung_and_when()
    {
        var ladder = CommitmentLadder.Of([(Commitment.Data, new(2026, 1, 5)), (Commitment.Time, new(2026, 2, 1)), (Commitment.Data, new(2025, 9, 1))]);
        ladder.Highest.Should().Be(new Rung(Commitment.Data, 2, new(2025, 9, 1), new(2026, 1, 5)));
        ladder.Next.Should().Be(Commitment.Money);
        ladder.Rungs.Select(r => r.Times).Should().Equal(1, 0, 2, 0, 0);
        (CommitmentLadder.Of([]).Highest, CommitmentLadder.Of([]).Next).Should().Be((null, Commitment.Time));
        CommitmentLadder.Of([(Commitment.Referral, Today)]).Next.Should().BeNull();
    }

    [Fact]
    public void A_thank_you_is_owed_for_what_they_gave_for_thirty_days()
    {
        var theirs = Gave(false);
        (theirs.WantsThanks(Today), theirs.WantsThanks(Today.AddDays(30)), theirs.WantsThanks(Today.AddDays(31)), theirs.WantsThanks(Today.AddDays(-1)))
            .Should().Be((true, true, false, false));
        theirs.Thank(Today);
        theirs.WantsThanks(Today).Should().BeFalse();
        theirs.Thank(null);
        theirs.Void(DateTimeOffset.UnixEpoch);
        theirs.WantsThanks(Today).Should().BeFalse();
        Gave(true).WantsThanks(Today).Should().BeFalse();
    }

    [Fact]
    public void Only_what_they_gave_stands_on_the_ladder()
    {
        Gave(true).StandOn(Commitment.Time)!.Field.Should().Be(nameof(Gesture.Commitment));
        Gave(false).StandOn((Commitment)9)!.Field.Should().Be(nameof(Gesture.Commitment));
        Gave(false).StandOn(Commitment.Time).Should().BeNull();
        Gesture.Of(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), null, Today, true, 1, "A lift", Commitment.Money).Refused(out _, out _).Should().BeTrue();
    }

    private static Gesture Gave(bool given) => Gesture.Of(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), null, Today, given, 2, "Their figures").Value;
}
