using FluentAssertions;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using Xunit;
using static TrustCoach.Domain.Tests.Promises.Given;

namespace TrustCoach.Domain.Tests.Promises;

/// <summary>What the answer to a dispute does to what was disputed.</summary>
public sealed class DisputedTurnTests
{
    private static readonly Guid Manager = Guid.NewGuid();

    [Fact]
    public void A_break_by_the_clock_that_is_taken_out_weighs_nothing_and_the_clock_does_not_ask_again()
    {
        var promise = BrokenByClock(out var later);
        promise.Excuse(promise.Id, Manager, "Their mail server lost it.", later).Refused(out _, out _).Should().BeFalse();

        promise.State.Should().Be(PromiseState.Lapsed);
        promise.Evidence().Should().BeEmpty();
        promise.CloseByClock(Wednesday.AddDays(90), On(Wednesday.AddDays(90))).Should().BeNull();
        promise.Reopen(promise.Closing!.Id, later.Now, later).Refusal().Message.Should().Contain("dispute");
        promise.Excuse(promise.Id, Manager, null, later).Refused(out _, out _).Should().BeTrue();
    }

    [Fact]
    public void A_moved_date_that_is_taken_out_stays_moved()
    {
        var promise = APromise();
        var moved = promise.MoveOn(Wednesday.AddDays(2), Wednesday.AddDays(9), agreed: false).Value;
        promise.Excuse(moved.Id, Manager, "They had agreed.", On(Wednesday.AddDays(3))).Refused(out _, out _).Should().BeFalse();

        (promise.State, promise.DueDay).Should().Be((PromiseState.Open, Wednesday.AddDays(9)));
        promise.Evidence().Should().BeEmpty();
    }

    [Fact]
    public void A_closing_is_corrected_to_the_day_it_was_kept()
    {
        var promise = APromise();
        var broken = promise.BreakOn(Wednesday.AddDays(3)).Value;
        var kept = Correct(promise, broken.Id, At(Wednesday.AddDays(2), 10), On(Wednesday.AddDays(5))).Value;

        (kept.Kind, kept.Day, promise.State).Should().Be((PromiseTurnKind.Kept, Wednesday.AddDays(2), PromiseState.Kept));
        promise.Evidence().Should().ContainSingle().Which.Kind.Should().Be(EvidenceKind.PromiseKept);
        broken.UndoneAt.Should().NotBeNull();
    }

    [Fact]
    public void A_closing_that_was_changed_meanwhile_or_a_wrong_day_changes_nothing()
    {
        var promise = APromise();
        var broken = promise.BreakOn(Wednesday.AddDays(3)).Value;
        var calendar = On(Wednesday.AddDays(5));
        Correct(promise, Guid.NewGuid(), At(Wednesday.AddDays(2), 10), calendar).Refusal().Field.Should().BeEmpty();
        Correct(promise, broken.Id, At(Wednesday.AddDays(6), 10), calendar).Refusal().Field.Should().Be("At");
        Correct(promise, broken.Id, At(Wednesday.AddDays(-1), 10), calendar).Refusal().Field.Should().Be("At");
        (promise.State, broken.UndoneAt).Should().Be((PromiseState.Broken, null));
    }

    [Fact]
    public void What_the_clock_closed_is_corrected_to_a_day_before_that_only()
    {
        var promise = BrokenByClock(out var later);
        Correct(promise, promise.Id, At(Wednesday.AddDays(9), 10), later).Refusal().Field.Should().Be("At");
        Correct(promise, promise.Id, At(Wednesday.AddDays(5), 10), later).Value.Kind.Should().Be(PromiseTurnKind.KeptLate);
    }

    [Fact]
    public void A_verdict_taken_out_of_a_touchpoint_leaves_a_contact_and_the_rest_of_it()
    {
        var touchpoint = Touchpoint.Log(
            new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Rep, Guid.NewGuid(), Rep, EvidenceLevel.SelfReported, Guid.NewGuid()),
            new(Outcome.Missed, Made) { Breakers = [new(BreakerKind.Late, 2, 20), new(BreakerKind.Gossip, 1)] }, Berlin, Made).Value;
        touchpoint.TakeOut(touchpoint.Id).Should().BeTrue();
        touchpoint.TakeOut(touchpoint.Breakers[0].Id).Should().BeTrue();

        (touchpoint.Outcome, touchpoint.IsContact, touchpoint.Version).Should().Be((Outcome.Courtesy, true, 3));
        touchpoint.Evidence().Select(e => e.Kind).Should().Equal(EvidenceKind.Gossip);
        touchpoint.TakeOut(touchpoint.Id).Should().BeFalse("it says nothing of that any more");
        touchpoint.TakeOut(Guid.NewGuid()).Should().BeFalse();
    }

    private static Promise BrokenByClock(out PromiseCalendar later)
    {
        var promise = APromise();
        later = On(Wednesday.AddDays(10));
        promise.CloseByClock(Wednesday.AddDays(10), later).Should().NotBeNull();
        return promise;
    }

    private static Result<PromiseTurn> Correct(Promise promise, Guid turn, DateTimeOffset at, PromiseCalendar calendar) =>
        promise.Correct(turn, at, false, EvidenceLevel.Witnessed, Manager, calendar, "I have the mail.");
}
