using FluentAssertions;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using Xunit;
using static TrustCoach.Domain.Tests.Promises.Given;

namespace TrustCoach.Domain.Tests.Promises;

public sealed class MovingTests
{
    [Theory]
    [InlineData(1, true, PromiseTurnKind.Renegotiated)]
    [InlineData(2, true, PromiseTurnKind.RenegotiatedLate)]    // on the due day it is too late to renegotiate
    [InlineData(4, true, PromiseTurnKind.RenegotiatedLate)]
    [InlineData(1, false, PromiseTurnKind.RenegotiatedLate)]   // nobody agreed
    public void Before_the_due_day_and_agreed_it_is_a_renegotiation_else_it_is_late(int on, bool agreed, PromiseTurnKind kind)
    {
        var promise = APromise(dueIn: 2);
        var turn = promise.MoveOn(Wednesday.AddDays(on), Wednesday.AddDays(10), agreed).Value;

        (turn.Kind, turn.Day, promise.State).Should().Be((kind, Wednesday.AddDays(on), PromiseState.Open));
        (promise.DueDay, promise.ClosesOn, promise.Renegotiations).Should().Be((Wednesday.AddDays(10), Wednesday.AddDays(17), 1));
        turn.DueBefore.Should().Be(At(Wednesday.AddDays(3), 0).AddSeconds(-1));
        promise.EvidenceOf(turn)!.Kind.Should().Be(kind == PromiseTurnKind.Renegotiated ? EvidenceKind.PromiseRenegotiated : EvidenceKind.PromiseLate);
    }

    [Fact]
    public void Kept_by_the_new_date_it_is_kept()
    {
        var promise = APromise(dueIn: 2);
        promise.MoveOn(Wednesday.AddDays(1), Wednesday.AddDays(10)).Value.Should().NotBeNull();
        promise.KeepOn(At(Wednesday.AddDays(10), 18)).Value.Kind.Should().Be(PromiseTurnKind.Kept);
    }

    [Theory]
    [InlineData(2, "Pick a new date: this is the one it has.")]
    [InlineData(0, "Pick a date that is still to come.")]
    [InlineData(-3, "It cannot be due before it was given.")]
    [InlineData(365 * 9, "Promise at most five years ahead.")]
    public void A_new_date_that_is_none_is_refused(int to, string message)
    {
        var promise = APromise(dueIn: 2);
        promise.MoveOn(Wednesday.AddDays(1), Wednesday.AddDays(to)).Refusal().Message.Should().Be(message);
        promise.Renegotiations.Should().Be(0);
    }

    [Fact]
    public void A_move_is_no_closing_and_cannot_be_undone_as_one()
    {
        var promise = APromise(dueIn: 2);
        var moved = promise.MoveOn(Wednesday.AddDays(1), Wednesday.AddDays(10)).Value;
        promise.Closing.Should().BeNull();
        promise.Reopen(moved.Id, Made, On(Wednesday)).Refusal().Message.Should().Be("There is nothing to undo any more.");
    }

    [Fact]
    public void While_its_condition_is_open_the_date_binds_nobody()
    {
        var kept = APromise(dueIn: 2, condition: "If the figures come");
        kept.KeepOn(At(Wednesday.AddDays(5), 9)).Value.Kind.Should().Be(PromiseTurnKind.Kept);
        var moved = APromise(dueIn: 2, condition: "If the figures come");
        moved.MoveOn(Wednesday.AddDays(5), Wednesday.AddDays(10)).Value.Kind.Should().Be(PromiseTurnKind.Renegotiated);
    }

    [Fact]
    public void Once_its_condition_came_true_the_date_binds()
    {
        var promise = APromise(dueIn: 2, condition: "If the figures come");
        promise.ConditionCameTrue(On(Wednesday)).Should().BeNull();
        promise.ConditionCameTrue(On(Wednesday, 12)).Should().BeNull("saying it again changes nothing");
        promise.ConditionMetAt.Should().Be(Made);
        promise.KeepOn(At(Wednesday.AddDays(5), 9)).Value.Kind.Should().Be(PromiseTurnKind.KeptLate);
    }

    [Fact]
    public void A_condition_that_comes_true_after_the_date_asks_for_a_new_date_first()
    {
        var promise = APromise(dueIn: 2, condition: "If the figures come");
        promise.ConditionCameTrue(On(Wednesday.AddDays(5)))!.Message.Should().StartWith("Its date has passed.");
        promise.ConditionMetAt.Should().BeNull();
        APromise().ConditionCameTrue(On(Wednesday))!.Message.Should().Be("This promise has no condition.");
    }

    [Fact]
    public void Only_an_unmet_condition_lets_it_lapse()
    {
        var promise = APromise(condition: "If the figures come");
        var turn = promise.Lapse(Made.AddHours(2), Rep, null, On(Wednesday, 11)).Value;
        (promise.State, promise.EvidenceOf(turn)).Should().Be((PromiseState.Lapsed, null));
        APromise().Lapse(Made, Rep, null, On(Wednesday)).Refusal().Message.Should().Contain("condition");
    }
}
