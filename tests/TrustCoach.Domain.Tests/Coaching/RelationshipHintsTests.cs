using FluentAssertions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Coaching;

public sealed class RelationshipHintsTests
{
    private static readonly RelationshipSigns Steady = new(Stage.Credible, false, false, [], 3, 30);

    public static TheoryData<RelationshipRule, string, RelationshipSigns> Examples => new()
    {
        { RelationshipRule.Lie, "One lie or distortion and one missed expectation in 30 days.", Saw((EvidenceKind.Lie, 1), (EvidenceKind.Missed, 1)) },
        { RelationshipRule.IllWord, "Two exaggerations in 30 days.", Saw((EvidenceKind.Exaggeration, 2)) },
        { RelationshipRule.PromiseBroken, "One broken promise in 30 days. No contact for 14 days.", Saw((EvidenceKind.PromiseBroken, 1)) with { QuietDays = 14 } },
        { RelationshipRule.LatenessHabit, "Three late starts in 30 days. Lateness is becoming a habit.", Saw((EvidenceKind.Late, 3)) with { LatenessHabit = true } },
        { RelationshipRule.TwoOfLastFiveMissed, "Two missed expectations in 30 days. Two of the last five were missed.", Saw((EvidenceKind.Missed, 2)) with { TwoOfLastFiveMissed = true } },
        { RelationshipRule.MissedLately, "One late promise in 30 days.", Saw((EvidenceKind.PromiseLate, 1)) with { RepairableUntil = new(2026, 9, 9) } },
        { RelationshipRule.MissedLately, "12 late starts in 30 days.", Saw((EvidenceKind.Late, 12)) },
        { RelationshipRule.AtRisk, "What was said 40 days ago still weighs.", Steady with { Stage = Stage.AtRisk, BreachDays = 40 } },
        { RelationshipRule.AtRisk, "Misses weigh more than what was kept.", Steady with { Stage = Stage.AtRisk } },
        { RelationshipRule.Quiet, "No contact for 30 days.", Steady with { QuietDays = 30 } },
        { RelationshipRule.Fading, "The score fades.", Steady },
        { RelationshipRule.Fading, "No contact yet.", Steady with { QuietDays = null } },
    };

    [Theory, MemberData(nameof(Examples))]
    public void The_gravest_rule_speaks_with_its_counts_and_one_act(RelationshipRule rule, string reason, RelationshipSigns signs)
    {
        var hint = RelationshipHints.For(signs);
        (hint.Rule, hint.Reason).Should().Be((rule, reason));
        hint.Act.Should().EndWith(".");
        hint.Name.Should().NotBeNullOrEmpty();
        hint.Evidence.Should().BeSubsetOf(signs.Missed.Select(m => m.Kind));
    }

    [Fact]
    public void A_hint_names_the_kinds_of_events_it_came_from() =>
        RelationshipHints.For(Saw((EvidenceKind.Missed, 3), (EvidenceKind.Gossip, 1))).Evidence.Should().Equal(EvidenceKind.Gossip);

    [Fact]
    public void A_repair_is_suggested_only_while_it_counts()
    {
        RelationshipHints.For(Saw((EvidenceKind.Missed, 1)) with { RepairableUntil = new(2026, 9, 9) }).Act.Should().Contain("by 9 September");
        RelationshipHints.For(Saw((EvidenceKind.Missed, 1))).Act.Should().NotContain("apology");
    }

    private static RelationshipSigns Saw(params (EvidenceKind, int)[] missed) => Steady with { Missed = missed };
}
