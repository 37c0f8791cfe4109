using FluentAssertions;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using Xunit;
using static TrustCoach.Domain.Tests.Promises.Given;

namespace TrustCoach.Domain.Tests.Promises;

public sealed class ClosingTests
{
    [Fact]
    public void Kept_in_the_last_second_of_its_day_is_kept_and_a_second_later_is_late()
    {
        var (inTime, late) = (APromise(), APromise());
        inTime.KeepOn(At(Wednesday.AddDays(3), 0).AddSeconds(-1)).Value.Kind.Should().Be(PromiseTurnKind.Kept);
        late.KeepOn(At(Wednesday.AddDays(3), 0)).Value.Kind.Should().Be(PromiseTurnKind.KeptLate);
    }

    [Fact]
    public void Kept_at_the_named_hour_is_kept_and_a_minute_later_is_late()
    {
        var (inTime, late) = (APromise(at: new(15, 0)), APromise(at: new(15, 0)));
        inTime.KeepOn(At(Wednesday.AddDays(2), 15)).Value.Kind.Should().Be(PromiseTurnKind.Kept);
        late.KeepOn(At(Wednesday.AddDays(2), 15, 1)).Value.Kind.Should().Be(PromiseTurnKind.KeptLate);
    }

    [Fact]
    public void Exceeding_a_promise_too_late_is_still_late() =>
        APromise().Keep(At(Wednesday.AddDays(4), 9), exceeded: true, EvidenceLevel.Witnessed, Rep, On(Wednesday.AddDays(4))).Value.Kind
            .Should().Be(PromiseTurnKind.KeptLate);

    [Fact]
    public void The_day_it_was_kept_counts_and_not_the_day_of_the_click()
    {
        var promise = APromise();
        var turn = promise.KeepOn(At(Wednesday.AddDays(1), 16), now: At(Wednesday.AddDays(5), 9)).Value;

        (turn.Kind, turn.Day).Should().Be((PromiseTurnKind.Kept, Wednesday.AddDays(1)));
        promise.ClosedOn.Should().Be(Wednesday.AddDays(1));
    }

    [Fact]
    public void It_cannot_be_kept_in_the_future_or_before_it_was_given()
    {
        APromise().KeepOn(At(Wednesday.AddDays(1), 10), now: At(Wednesday.AddDays(1), 9)).Refusal().Field.Should().Be("At");
        APromise().KeepOn(At(Wednesday.AddDays(-1), 10), now: At(Wednesday, 10)).Refusal().Field.Should().Be("At");
        APromise().Break(At(Wednesday.AddDays(1), 10), false, EvidenceLevel.SelfReported, Rep, null, On(Wednesday)).Refusal().Field.Should().Be("At");
    }

    [Fact]
    public void What_is_closed_is_not_closed_again()
    {
        var promise = APromise();
        promise.KeepOn(At(Wednesday, 10)).Value.Should().NotBeNull();

        promise.KeepOn(At(Wednesday, 11)).Refusal().Message.Should().Be("This promise is already closed.");
        promise.BreakOn(Wednesday.AddDays(1)).Refusal().Message.Should().Be("This promise is already closed.");
        promise.MoveOn(Wednesday.AddDays(1), Wednesday.AddDays(4)).Refusal().Message.Should().Be("This promise is already closed.");
        promise.Turns.Should().ContainSingle();
    }

    [Fact]
    public void Given_up_and_owned_up_weighs_with_the_severity_it_was_promised_with()
    {
        var promise = APromise();
        var entry = promise.EvidenceOf(promise.BreakOn(Wednesday.AddDays(1)).Value)!;

        (entry.Kind, entry.Severity, entry.OwnedUp, entry.RefId).Should().Be((EvidenceKind.PromiseBroken, (short)2, true, promise.Id));
        promise.State.Should().Be(PromiseState.Broken);
    }

    [Fact]
    public void What_they_promised_gives_no_evidence_about_us()
    {
        var promise = APromise(direction: Direction.Theirs);
        promise.EvidenceOf(promise.BreakOn(Wednesday.AddDays(1)).Value).Should().BeNull();
    }

    [Fact]
    public void Undone_it_is_open_again_and_its_turn_weighs_nothing()
    {
        var promise = APromise();
        var turn = promise.KeepOn(At(Wednesday, 10)).Value;
        promise.Reopen(turn.Id, Made.AddHours(2), On(Wednesday)).Value.UndoneAt.Should().NotBeNull();

        (promise.State, promise.ClosedOn, promise.ClosesOn).Should().Be((PromiseState.Open, null, Wednesday.AddDays(9)));
        promise.Evidence().Should().BeEmpty();
        promise.Reopen(turn.Id, Made.AddHours(2), On(Wednesday)).Refusal().Message.Should().Be("There is nothing to undo any more.");
    }

    [Fact]
    public void Withdrawn_it_needs_a_reason_once_and_takes_its_evidence_along()
    {
        var promise = APromise();
        promise.BreakOn(Wednesday.AddDays(1)).Value.Should().NotBeNull();

        promise.Void("  ", Made)!.Field.Should().Be("Reason");
        promise.Void(new string('x', 501), Made)!.Field.Should().Be("Reason");
        promise.Void("Entered twice", Made).Should().BeNull();
        promise.Evidence().Should().BeEmpty();
        promise.Void("Entered twice", Made)!.Message.Should().Be("This promise is already withdrawn.");
    }

    [Fact]
    public void Every_change_moves_the_version_on()
    {
        var promise = APromise(condition: "If the figures come");
        var versions = new List<int> { promise.Version };
        void Note() => versions.Add(promise.Version);

        promise.MoveOn(Wednesday, Wednesday.AddDays(5)).Value.Should().NotBeNull();
        Note();
        promise.ConditionCameTrue(On(Wednesday)).Should().BeNull();
        Note();
        var kept = promise.KeepOn(At(Wednesday, 12)).Value;
        Note();
        promise.Reopen(kept.Id, Made, On(Wednesday)).Value.Should().NotBeNull();
        Note();
        promise.Void("Entered twice", Made).Should().BeNull();
        Note();

        versions.Should().Equal(1, 2, 3, 4, 5, 6);
    }
}
