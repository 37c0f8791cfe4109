using FluentAssertions;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Promises;

public sealed class CostStepTests
{
    private static readonly DateOnly Due = Given.Wednesday;
    private static readonly DateTimeOffset DueAt = Given.At(Due, 17);
    private static readonly DateOnly ClosesOn = Due.AddDays(Given.Grace);

    [Fact]
    public void Until_it_is_due_it_costs_nothing_and_after_that_it_is_late() =>
        CostStep.Of(DueAt, ClosesOn, Given.Berlin, DueAt).Should().Be(new CostStep(DueAt, null, EvidenceKind.PromiseLate));

    [Fact]
    public void Overdue_it_is_late_until_the_grace_ends_and_broken_after_that() =>
        CostStep.Of(DueAt, ClosesOn, Given.Berlin, DueAt.AddSeconds(1)).Should()
            .Be(new CostStep(Given.At(ClosesOn, 0).AddSeconds(-1), EvidenceKind.PromiseLate, EvidenceKind.PromiseBroken));

    [Fact]
    public void Nothing_is_left_to_cost_once_the_clock_has_closed_it() =>
        CostStep.Of(DueAt, ClosesOn, Given.Berlin, Given.At(ClosesOn, 0)).Should().BeNull();

    [Theory]
    [InlineData(EvidenceKind.PromiseLate, 1)]
    [InlineData(EvidenceKind.PromiseLate, 2)]
    [InlineData(EvidenceKind.PromiseBroken, 1)]
    [InlineData(EvidenceKind.PromiseBroken, 3)]
    public void The_points_are_exactly_what_the_closed_form_takes_for_one_more_event(EvidenceKind kind, short severity)
    {
        var (rules, day) = (ScoringRules.Default, Due.DayNumber);
        Evidence[] history =
        [
            new(Guid.NewGuid(), day - 90, EvidenceKind.Met), new(Guid.NewGuid(), day - 40, EvidenceKind.Late), new(Guid.NewGuid(), day - 10, EvidenceKind.Exceeded),
        ];
        Reading Read(params Evidence[] more) => ClosedForm.Read([.. history, .. more], new Opening(Climate.Inbound, true), 0.6, day, rules);
        var standing = Standing.Fold(history, rules);
        var sums = standing.On(day, rules);
        var score = ScoreSum.Of(sums, new Opening(Climate.Inbound, true), 0.6, rules, ScoreKind.Credibility);

        var points = CostStep.Points(kind, score.Points, score.Weight, 1 + sums.LateLoad, severity, rules);
        var taken = Read().Credibility - Read(new Evidence(Guid.NewGuid(), day, kind, severity, Guid.NewGuid())).Credibility;
        points.Should().BeApproximately(taken, 1e-9).And.BePositive();
    }
}
