using FluentAssertions;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Repairs;

public sealed class RepairPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void What_changes_is_one_sentence_and_an_older_version_does_not_overwrite_it()
    {
        var plan = Plan();
        plan.SayWhatChanges("  ", 0)!.Field.Should().Be("Change");
        plan.SayWhatChanges(new string('x', RepairPlan.ChangeMaxLength + 1), 0).Should().NotBeNull();
        plan.SayWhatChanges(" I call the depot first.\0 ", 0).Should().BeNull();
        plan.Change.Should().Be("I call the depot first.");
        plan.SayWhatChanges("Something else.", 1)!.Message.Should().Contain("meanwhile");
        plan.SayWhatChanges("Something else.", plan.Version).Should().BeNull();
    }

    [Fact]
    public void Three_small_promises_are_enough_and_small_means_soon()
    {
        var plan = Plan();
        plan.Join(Guid.NewGuid(), Today.AddDays(RepairPlan.FurthestDueDays + 1), 0, Today)!.Field.Should().Be("DueDay");
        var first = Guid.NewGuid();
        plan.Join(first, Today.AddDays(2), 0, Today).Should().BeNull();
        plan.Join(first, Today.AddDays(2), 3, Today).Should().BeNull("it is in the plan already");
        plan.Join(Guid.NewGuid(), Today, 3, Today)!.Message.Should().Contain("enough");
        plan.PromiseIds.Should().Equal(first);
    }

    [Fact]
    public void It_is_given_up_with_a_reason_and_can_be_taken_up_again()
    {
        var plan = Plan();
        plan.GiveUp("", Now)!.Field.Should().Be("Reason");
        plan.GiveUp("They left.", Now).Should().BeNull();
        plan.GivenUpAt.Should().Be(Now);
        plan.TakeUpAgain();
        plan.GivenUpAt.Should().BeNull();
    }

    [Fact]
    public void It_is_done_when_its_four_steps_are_and_ends_with_its_breach()
    {
        var progress = new RepairProgress(Today, true, 3, 0, Today);
        progress.State(false, false, false, false).Should().Be(RepairState.Done);
        progress.State(gone: true, false, false, false).Should().Be(RepairState.Gone);
        progress.State(false, held: true, false, false).Should().Be(RepairState.Held);
        var open = progress with { PromisesKept = 2, PromisesOpen = 1 };
        (open.Done, open.MayPromise).Should().Be((3, false));
        open.State(false, false, false, false).Should().Be(RepairState.Open);
        open.State(false, false, ended: true, false).Should().Be(RepairState.Ended);
        open.State(false, false, false, givenUp: true).Should().Be(RepairState.GivenUp);
        (open with { PromisesOpen = 0 }).MayPromise.Should().BeTrue("a promise that was broken makes room for another");
    }

    [Fact]
    public void Every_breach_has_advice_with_reason_and_source_that_differs_by_class()
    {
        foreach (var kind in Enum.GetValues<EvidenceKind>().Where(BreachToRepair.IsBreach))
            RepairAdvice.For(kind).Should().OnlyContain(a => a.Name.Length > 0 && a.Advice.Length > 0 && a.Reason.Length > 0 && a.Source.Length > 0);
        RepairAdvice.For(EvidenceKind.Missed).Should().NotEqual(RepairAdvice.For(EvidenceKind.Lie));
        RepairAdvice.For(EvidenceKind.Gossip).Should().NotEqual(RepairAdvice.For(EvidenceKind.Lie));
        RepairAdvice.For(EvidenceKind.Late).Should().Contain(a => a.Reason.Contains("four times"));
    }

    private static RepairPlan Plan()
    {
        var source = new LedgerSource(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), null, Now, null);
        return RepairPlan.Start(Guid.NewGuid(), LedgerEntry.Of(source, Guid.NewGuid(), Today, EvidenceKind.Missed), Now);
    }
}
