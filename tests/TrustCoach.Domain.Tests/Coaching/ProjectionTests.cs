using FluentAssertions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Coaching;

public sealed class ProjectionTests
{
    private static readonly ScoringRules Rules = ScoringRules.Default;
    private static readonly Opening Cold = new(Climate.Cold, false);
    private static readonly int Today = new DateOnly(2026, 11, 23).DayNumber;
    private static readonly Evidence[] Weekly = [.. Enumerable.Range(1, 10).Select(i => new Evidence(Id(i), Today - (7 * i), EvidenceKind.Met, Level: EvidenceLevel.SelfReported))];

    [Fact]
    public void Promises_kept_by_friday_read_as_if_they_were_in_the_ledger()
    {
        var owed = new OwedPromise(Id(50), "Send it", Today + 3, Today + 10, false, 2);
        var then = On(Today + 4, owed).If(new HashSet<Guid> { owed.Id }, 0);

        var kept = new Evidence(Id(50), Today + 3, EvidenceKind.PromiseKept, 2, Id(50), EvidenceLevel.SelfReported);
        then.Credibility.Should().BeApproximately(ClosedForm.Read([.. Weekly, kept], Cold, 0.5, Today + 4, Rules).Credibility, 1e-9);
    }

    [Fact]
    public void A_promise_left_out_is_broken_by_the_clock_and_one_that_waits_is_not()
    {
        var owed = new OwedPromise(Id(50), "Send it", Today + 3, Today + 10, false, 2);
        var waits = owed with { Id = Id(51), Waits = true };
        On(Today + 20, owed).If(new HashSet<Guid>(), 0).Credibility.Should().BeLessThan(On(Today + 20, waits).If(new HashSet<Guid>(), 0).Credibility);
        On(Today + 9, owed).If(new HashSet<Guid>(), 0).Judged.Should().Be(10, "its grace still runs");
    }

    [Fact]
    public void A_promise_past_its_day_is_kept_late()
    {
        var owed = new OwedPromise(Id(50), "Send it", Today - 2, Today + 5, false, 2);
        owed.KeptOn(Today).Kind.Should().Be(EvidenceKind.PromiseLate);
        owed.KeptOn(Today - 2).Kind.Should().Be(EvidenceKind.PromiseKept);
    }

    [Fact]
    public void What_moves_it_most_stands_first_and_what_moves_nothing_is_left_out()
    {
        var owed = new OwedPromise(Id(50), "Send it", Today + 3, Today + 10, false, 3);
        var miss = new Evidence(Id(60), Today - 5, EvidenceKind.Missed);
        var old = new Evidence(Id(61), Today - 40, EvidenceKind.Missed);
        var levers = new Projection([.. Weekly, miss, old], [owed], Cold, 0.5, Today, Today + 20, Rules).Levers(ScoreKind.Credibility);

        levers[0].Should().Match<Lever>(l => l.Kind == LeverKind.KeepPromise && l.Subject == owed.Id);
        levers.Select(l => l.Credibility).Should().BeInDescendingOrder();
        levers.Where(l => l.Kind is LeverKind.Apologize or LeverKind.MakeGood).Should().OnlyContain(l => l.Subject == miss.Id);
        levers.Should().Contain(l => l.Kind == LeverKind.AskToConfirm && l.Subject == Id(1));
    }

    [Fact]
    public void A_lie_nobody_acknowledged_is_among_them_though_it_moves_nothing_today()
    {
        var lie = new Evidence(Id(70), Today - 30, EvidenceKind.Lie, 2);
        var apology = new Evidence(Id(71), Today - 20, EvidenceKind.Apology, Ref: lie.Id);
        new Projection([.. Weekly, lie], [], Cold, 0.5, Today, Today + 7, Rules).Levers(ScoreKind.Trust).Should().Contain(l => l.Kind == LeverKind.AcknowledgeLie);
        new Projection([.. Weekly, lie, apology], [], Cold, 0.5, Today, Today + 7, Rules).Levers(ScoreKind.Trust).Should().NotContain(l => l.Kind == LeverKind.AcknowledgeLie);
    }

    [Fact]
    public void Met_expectations_are_spread_up_to_the_day_so_that_the_day_cap_does_not_eat_them()
    {
        var idle = On(Today + 30).If(new HashSet<Guid>(), 0);
        var five = On(Today + 30).If(new HashSet<Guid>(), 5);
        (five.Trust - idle.Trust).Should().BeGreaterThan(5);
        five.Judged.Should().Be(15);
        On(Today).If(new HashSet<Guid>(), 2).Judged.Should().Be(12);
    }

    private static Projection On(int day, params OwedPromise[] owed) => new(Weekly, owed, Cold, 0.5, Today, day, Rules);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
