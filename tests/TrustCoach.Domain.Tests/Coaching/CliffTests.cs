using FluentAssertions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Coaching;

public sealed class CliffTests
{
    private static readonly ScoringRules Rules = ScoringRules.Default;
    private static readonly Opening Cold = new(Climate.Cold, false);
    private static readonly int Today = new DateOnly(2026, 11, 23).DayNumber;

    [Theory, InlineData(3, 0), InlineData(4, 1), InlineData(5, 2), InlineData(9, 1), InlineData(12, 6)]
    public void One_miss_more_reads_as_if_it_were_in_the_ledger(int met, int missed)
    {
        Evidence[] history =
        [
            .. Enumerable.Range(1, met).Select(i => new Evidence(Guid.NewGuid(), Today - (9 * i), EvidenceKind.Met)),
            .. Enumerable.Range(1, missed).Select(i => new Evidence(Guid.NewGuid(), Today - (11 * i), EvidenceKind.Missed)),
        ];
        var standing = Standing.Fold(history, Rules);
        var reading = ScoreReader.Read(standing, Cold, 0.5, Today, Rules);
        var sums = standing.On(Today, Rules);
        var weight = Rules.Credibility.Prior + sums.KeptC + (Rules.Credibility.LossRatio * sums.MissedC);

        var then = ClosedForm.Read([.. history, new Evidence(Guid.NewGuid(), Today, EvidenceKind.Missed)], Cold, 0.5, Today, Rules);

        Cliff.AfterOneMiss(reading.Credibility, weight, Rules).Should().BeApproximately(then.Credibility, 1e-9);
        if (reading.Stage < Stage.AtRisk)
            Cliff.IsNear(reading.Credibility, weight, reading.Judged, reading.Stage, Rules).Should().Be(then.Credibility < Rules.Stages.AtRiskCredibility);
    }

    [Fact]
    public void Nothing_is_said_of_too_few_encounters_or_of_what_is_at_risk_already()
    {
        Cliff.IsNear(50, 3, 2, Stage.BenefitOfTheDoubt, Rules).Should().BeFalse();
        Cliff.IsNear(30, 9, 8, Stage.AtRisk, Rules).Should().BeFalse();
    }
}
