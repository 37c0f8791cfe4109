using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

public sealed class ByLevelTests
{
    private static readonly ScoringRules Rules = ScoringRules.Default;
    private static readonly Opening Cold = new(Climate.Cold, false);
    private static readonly int Today = new DateOnly(2026, 11, 23).DayNumber;

    [Fact]
    public void Without_a_customers_word_there_is_nothing_to_compare() => Of(Many(5, EvidenceKind.Met, EvidenceLevel.SelfReported)).Should().BeNull();

    [Fact]
    public void Confirmed_evidence_is_read_alone_and_the_gap_is_in_shares_met()
    {
        Evidence[] evidence = [.. Many(8, EvidenceKind.Met, EvidenceLevel.SelfReported), .. Many(2, EvidenceKind.Met, EvidenceLevel.CustomerConfirmed), .. Many(2, EvidenceKind.Missed, EvidenceLevel.CustomerConfirmed)];
        var by = Of(evidence)!;

        by.Should().Match<ByLevel>(b => b.ConfirmedMet == 2 && b.ConfirmedAll == 4 && b.ReportedMet == 8 && b.ReportedAll == 8);
        by.Gap(Rules).Should().BeApproximately(50, 1e-9);
        by.Confirmed.Credibility.Should().BeApproximately(ClosedForm.Read(Array.FindAll(evidence, e => e.Level == EvidenceLevel.CustomerConfirmed), Cold, 0.5, Today, Rules).Credibility, 1e-9);
    }

    [Fact]
    public void Too_few_of_either_give_no_gap() =>
        Of([.. Many(8, EvidenceKind.Met, EvidenceLevel.SelfReported), .. Many(2, EvidenceKind.Met, EvidenceLevel.CustomerConfirmed)])!.Gap(Rules).Should().BeNull();

    private static ByLevel? Of(Evidence[] evidence) => ByLevel.Of(evidence, Cold, 0.5, Today, Rules);

    private static Evidence[] Many(int count, EvidenceKind kind, EvidenceLevel level) =>
        [.. Enumerable.Range(1, count).Select(i => new Evidence(Guid.NewGuid(), Today - (3 * i), kind, Level: level))];
}
