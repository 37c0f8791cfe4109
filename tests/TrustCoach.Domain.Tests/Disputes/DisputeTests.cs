using FluentAssertions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Disputes;

public sealed class DisputeTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 9, 2);
    private static readonly Guid Rep = Guid.NewGuid();

    [Fact]
    public void A_dispute_is_open_with_its_answer_due_in_a_week()
    {
        var dispute = Raise(" I was on time. ").Value;
        dispute.Should().BeEquivalentTo(new { State = DisputeState.Open, Reason = "I was on time.", DueDay = new DateOnly(2026, 9, 9), RepId = Rep, Kind = EvidenceKind.Late });
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData(" \n\t "), InlineData("\0")]
    public void A_reason_is_needed(string? reason) => Field(Raise(reason)).Should().Be("Reason");

    [Fact]
    public void A_reason_may_have_a_thousand_characters_and_no_more()
    {
        Raise(new string('x', 1000)).Refused(out _, out _).Should().BeFalse();
        Field(Raise(new string('x', 1001))).Should().Be("Reason");
    }

    [Fact]
    public void An_answered_event_is_disputed_again_with_a_new_reason_only()
    {
        Field(Raise("i  was on TIME.", "I was on time.")).Should().Be("Reason");
        Raise("The gate log shows it.", "I was on time.").Refused(out _, out _).Should().BeFalse();
    }

    [Fact]
    public void A_withdrawn_event_cannot_be_disputed()
    {
        var entry = Entry();
        entry.Void();
        Field(Dispute.Raise(Guid.NewGuid(), entry, "Wrong.", [], Now, Today)).Should().BeEmpty();
    }

    [Fact]
    public void Both_texts_stay_and_it_is_answered_once()
    {
        var (dispute, manager) = (Raise("I was on time.").Value, Guid.NewGuid());
        dispute.Close(DisputeState.Upheld, " It stands. ", manager, Now).Should().BeNull();
        dispute.Should().BeEquivalentTo(new { State = DisputeState.Upheld, Reason = "I was on time.", Answer = "It stands.", AnsweredBy = (Guid?)manager });
        dispute.Close(DisputeState.Voided, "After all.", manager, Now)!.Message.Should().Contain("answered already");
        dispute.Withdraw(Now).Should().NotBeNull();
        dispute.Answer.Should().Be("It stands.");
    }

    [Theory]
    [InlineData(DisputeState.Open), InlineData(DisputeState.Withdrawn), InlineData((DisputeState)9)]
    public void An_answer_says_what_becomes_of_the_event(DisputeState state) =>
        Raise("Wrong.").Value.Close(state, "Hm.", Guid.NewGuid(), Now)!.Field.Should().Be("State");

    [Fact]
    public void Nobody_answers_their_own_and_an_answer_has_words()
    {
        var dispute = Raise("Wrong.").Value;
        dispute.Close(DisputeState.Voided, "Yes.", Rep, Now)!.Message.Should().Contain("own");
        dispute.Close(DisputeState.Voided, " ", Guid.NewGuid(), Now)!.Field.Should().Be("Answer");
        dispute.State.Should().Be(DisputeState.Open);
    }

    [Fact]
    public void One_that_was_taken_back_is_not_answered()
    {
        var dispute = Raise("Wrong.").Value;
        dispute.Withdraw(Now).Should().BeNull();
        dispute.Close(DisputeState.Upheld, "It stands.", Guid.NewGuid(), Now)!.Message.Should().Contain("taken back");
    }

    [Theory]
    [InlineData(0, PromiseState.Kept), InlineData(7, PromiseState.Kept), InlineData(8, PromiseState.KeptLate), InlineData(13, PromiseState.KeptLate), InlineData(14, PromiseState.Broken)]
    public void The_answer_owed_is_kept_late_or_broken_by_the_clock_of_promises(int days, PromiseState state)
    {
        var (owed, manager) = (Owed(), Guid.NewGuid());
        owed.Keep(manager, Today.AddDays(days));
        owed.Should().BeEquivalentTo(new { State = state, ManagerId = (Guid?)manager, ClosesOn = (DateOnly?)null });
    }

    [Fact]
    public void It_reads_as_broken_before_any_job_and_is_let_go_only_in_time()
    {
        Owed().StateOn(Today.AddDays(13)).Should().Be(PromiseState.Open);
        Owed().StateOn(Today.AddDays(14)).Should().Be(PromiseState.Broken);
        var (inTime, broken) = (Owed(), Owed());
        inTime.LetGo(Today.AddDays(13));
        broken.LetGo(Today.AddDays(14));
        (inTime.State, broken.StateOn(Today.AddDays(14))).Should().Be((PromiseState.Lapsed, PromiseState.Broken));
    }

    private static CoachingPromise Owed() => CoachingPromise.Answer(Guid.NewGuid(), Guid.NewGuid(), Rep, Now, Today.AddDays(7), 7);

    private static Result<Dispute> Raise(string? reason, params string[] answered) => Dispute.Raise(Guid.NewGuid(), Entry(), reason, answered, Now, Today);

    private static LedgerEntry Entry() => LedgerEntry.Of(
        new LedgerSource(Guid.NewGuid(), Guid.NewGuid(), Rep, Guid.NewGuid(), null, Now, Guid.NewGuid()), Guid.NewGuid(), Today.AddDays(-3), EvidenceKind.Late);

    private static string Field(Result<Dispute> refused)
    {
        refused.Refused(out var problem, out _).Should().BeTrue();
        return problem!.Field;
    }
}
