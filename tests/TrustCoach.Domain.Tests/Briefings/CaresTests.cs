using FluentAssertions;
using TrustCoach.Domain.Briefings;
using TrustCoach.Domain.Ripples;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Briefings;

public sealed class CaresTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly BriefingSigns Nothing = new([], [], null, [], Today.AddDays(-3), Today.AddDays(2), Today);

    [Fact]
    public void Nothing_stands_out_where_nothing_is_owed() => Cares.Of(Nothing).Should().BeEmpty();

    [Fact]
    public void A_customer_never_met_is_not_quiet() => Cares.Of(Nothing with { LastContact = null }).Should().BeEmpty();

    [Theory]
    [InlineData(29, false), InlineData(30, true)]
    public void Thirty_days_without_contact_are_quiet(int days, bool quiet) =>
        Cares.Of(Nothing with { LastContact = Today.AddDays(-days) }).Any(c => c.Rule == CareRule.Quiet).Should().Be(quiet);

    [Fact]
    public void The_gravest_come_first_and_five_at_most()
    {
        var signs = Nothing with
        {
            Owed = [Owed(-3, overdue: true), Owed(1)],
            Breaches = [Breach(EvidenceKind.Late, held: true), Breach(EvidenceKind.Missed), Breach(EvidenceKind.Lie)],
            LastLate = Today.AddDays(-4),
            Fears = [new(Guid.NewGuid(), "That nobody picks up")],
            LastContact = Today.AddDays(-80),
        };
        Cares.Of(signs).Select(c => c.Rule).Should().Equal(
            CareRule.WordNotGood, CareRule.PromiseOverdue, CareRule.MissNotRepaired, CareRule.LatenessHabit, CareRule.OpenDispute);
    }

    [Fact]
    public void A_time_of_need_stands_after_what_was_said_and_owed_and_before_all_else()
    {
        var customer = Guid.NewGuid();
        var signs = Nothing with
        {
            Owed = [Owed(-3, overdue: true)],
            Breaches = [Breach(EvidenceKind.Missed)],
            Need = new(customer, "The line stands still", Today, TimeSpan.FromMinutes(310), null),
        };
        var cares = Cares.Of(signs);
        cares.Select(c => c.Rule).Should().Equal(CareRule.PromiseOverdue, CareRule.TimeOfNeed, CareRule.MissNotRepaired);
        cares[1].Reason.Should().Be("In need since 22 November: ‘The line stands still’. Nobody has answered yet, 5 h 10 min.");
        cares[1].Evidence!.NeedOfCustomerId.Should().Be(customer);
        Cares.Of(signs with { Need = signs.Need with { FirstResponse = TimeSpan.FromMinutes(200) } })[1].Reason.Should().EndWith("First answered after 3 h 20 min.");
    }

    [Fact]
    public void A_promise_that_waits_on_its_condition_is_neither_overdue_nor_due() =>
        Cares.Of(Nothing with { Owed = [Owed(-3, overdue: true) with { Waits = true }, Owed(1) with { Waits = true }] }).Should().BeEmpty();

    [Fact]
    public void A_promise_due_by_the_day_of_the_meeting_is_named_with_its_evidence()
    {
        var owed = Owed(2);
        var care = Cares.Of(Nothing with { Owed = [owed, Owed(3)] }).Should().ContainSingle().Subject;
        care.Reason.Should().Be("‘Send the audit’ falls due 24 November.");
        care.Evidence!.PromiseId.Should().Be(owed.Id);
    }

    [Fact]
    public void A_disputed_breach_is_a_dispute_and_nothing_else() =>
        Cares.Of(Nothing with { Breaches = [Breach(EvidenceKind.Lie, held: true)] }).Should().ContainSingle(c => c.Rule == CareRule.OpenDispute);

    [Fact]
    public void What_they_may_have_heard_names_with_whom_and_how_they_know()
    {
        var touchpoint = Guid.NewGuid();
        var heard = new HeardBreach(EvidenceKind.Gossip, new(2026, 11, 3), "Ravelin Optics", LinkRole.CameThroughThem, touchpoint, null);
        var cares = Cares.Of(Nothing with { Heard = heard, LastContact = Today.AddDays(-80) });
        cares.Select(c => c.Rule).Should().Equal(CareRule.MayHaveHeard, CareRule.Quiet);
        cares[0].Reason.Should().Be("Others were spoken ill of with Ravelin Optics on 3 November. They came to us through them.");
        cares[0].Evidence!.TouchpointId.Should().Be(touchpoint);
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own() =>
        Enum.GetValues<CareRule>().Select(rule => new Care(rule, "", "").Name).Should().OnlyHaveUniqueItems();

    private static OwedWord Owed(int inDays, bool overdue = false) => new(Guid.NewGuid(), "Send the audit", Today.AddDays(inDays), overdue, false);

    private static OpenBreach Breach(EvidenceKind kind, bool held = false) => new(Guid.NewGuid(), kind, Today.AddDays(-5), "The audit", held, Guid.NewGuid(), null);
}
