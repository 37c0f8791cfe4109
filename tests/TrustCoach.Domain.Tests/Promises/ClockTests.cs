using FluentAssertions;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using Xunit;
using static TrustCoach.Domain.Tests.Promises.Given;

namespace TrustCoach.Domain.Tests.Promises;

public sealed class ClockTests
{
    private static readonly DateOnly Breaks = Wednesday.AddDays(2 + Grace);

    [Fact]
    public void It_breaks_on_the_day_the_grace_ends_and_not_a_day_before()
    {
        var promise = APromise();
        promise.CloseByClock(Breaks.AddDays(-1), On(Breaks.AddDays(-1))).Should().BeNull();
        var turn = promise.CloseByClock(Breaks, On(Breaks, 0))!;

        (turn.Kind, turn.Day, turn.By, turn.Level).Should().Be((PromiseTurnKind.BrokenByClock, Breaks, null, EvidenceLevel.Witnessed));
        turn.At.Should().Be(At(Breaks, 0), "never later than the moment it is booked");
        (promise.State, promise.ClosedOn).Should().Be((PromiseState.Broken, Breaks));
        promise.CloseByClock(Breaks, On(Breaks)).Should().BeNull("once is enough");
    }

    [Fact]
    public void The_evidence_is_the_one_the_model_reads_ahead()
    {
        var promise = APromise();
        var entry = promise.EvidenceOf(promise.CloseByClock(Breaks.AddDays(30), On(Breaks.AddDays(30)))!)!;
        entry.Evidence.Should().Be(PromiseClock.Break(promise.Id, promise.Id, promise.DueDay.DayNumber, promise.Severity, ScoringRules.Default));
    }

    [Fact]
    public void A_condition_that_never_came_true_lets_it_lapse()
    {
        var promise = APromise(condition: "If the figures come");
        var turn = promise.CloseByClock(Breaks, On(Breaks))!;
        (promise.State, turn.Kind, promise.EvidenceOf(turn)).Should().Be((PromiseState.Lapsed, PromiseTurnKind.Lapsed, null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_clock_has_closed_is_closed_whether_or_not_a_job_has_booked_it(bool booked)
    {
        var promise = APromise();
        if (booked)
            promise.CloseByClock(Breaks, On(Breaks));

        promise.IsPending(Breaks).Should().BeFalse();
        promise.ClosedByClockOn(Breaks).Should().Be(Breaks);
        promise.BreakOn(Breaks).Refused(out _, out _).Should().BeTrue();
        promise.MoveOn(Breaks, Breaks.AddDays(5)).Refused(out _, out _).Should().BeTrue();
        promise.KeepOn(At(Breaks, 8), "I know").Refusal().Field.Should().Be("At");
        promise.KeepOn(At(Breaks.AddDays(-1), 8), now: At(Breaks, 9)).Refusal().Field.Should().Be("Reason");
    }

    [Theory]
    [InlineData(true, 1, PromiseTurnKind.Kept)]
    [InlineData(false, 1, PromiseTurnKind.Kept)]
    [InlineData(true, 6, PromiseTurnKind.KeptLate)]
    [InlineData(false, 6, PromiseTurnKind.KeptLate)]
    public void A_delivery_before_the_grace_ended_overturns_the_clock_with_a_reason(bool booked, int deliveredIn, PromiseTurnKind kind)
    {
        var promise = APromise();
        if (booked)
            promise.CloseByClock(Breaks, On(Breaks));
        var turn = promise.KeepOn(At(Wednesday.AddDays(deliveredIn), 9), "The customer's mail of that day", At(Breaks.AddDays(3), 9)).Value;

        (turn.Kind, turn.Reason).Should().Be((kind, "The customer's mail of that day"));
        promise.Evidence().Should().ContainSingle().Which.Id.Should().Be(turn.Id);
        promise.Closing.Should().Be(turn);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_they_promised_is_kept_late_whenever_it_comes(bool booked)
    {
        var promise = APromise(direction: Direction.Theirs);
        if (booked)
            promise.CloseByClock(Breaks, On(Breaks));
        promise.KeepOn(At(Breaks.AddDays(40), 9)).Refusal().Field.Should().Be("Reason");
        var turn = promise.KeepOn(At(Breaks.AddDays(40), 9), "Their delivery note").Value;

        (promise.State, turn.Kind, promise.ClosedOn).Should().Be((PromiseState.KeptLate, PromiseTurnKind.KeptLate, Breaks.AddDays(40)));
        promise.Evidence().Should().BeEmpty("theirs weighs on no score");
    }

    [Fact]
    public void Taking_that_back_lets_the_clock_speak_again()
    {
        var promise = APromise();
        promise.CloseByClock(Breaks, On(Breaks));
        var kept = promise.KeepOn(At(Wednesday, 12), "A mail", At(Breaks, 12)).Value;
        promise.Reopen(kept.Id, At(Breaks, 12), On(Breaks)).Value.Should().NotBeNull();
        var again = promise.CloseByClock(Breaks, On(Breaks, 13))!;

        (again.Id, again.Day, again.UndoneAt).Should().Be((promise.Id, Breaks, null));
        promise.Turns.Should().HaveCount(2);
        promise.Evidence().Should().ContainSingle().Which.Kind.Should().Be(EvidenceKind.PromiseBroken);
        promise.Reopen(again.Id, At(Breaks, 13), On(Breaks)).Refusal().Message.Should().StartWith("The clock closed this promise.");
    }
}
