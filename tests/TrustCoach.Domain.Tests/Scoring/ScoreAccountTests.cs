using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

public sealed class ScoreAccountTests
{
    private static readonly ScoringRules Rules = ScoringRules.Default;
    private static readonly Opening Cold = new(Climate.Cold, false);
    private static readonly int First = new DateOnly(2026, 1, 5).DayNumber;

    [Fact]
    public void Both_columns_add_up_to_the_scores_as_they_are_shown()
    {
        var (lines, reading) = Account(Weekly(40), First + 300, most: 10);

        lines.Sum(l => l.Credibility).Should().BeApproximately(Tenth(reading.Credibility), 1e-6);
        lines.Sum(l => l.Trust).Should().BeApproximately(Tenth(reading.Trust), 1e-6);
    }

    [Fact]
    public void A_lies_ceiling_is_a_line_of_trust_alone()
    {
        var lie = new Evidence(Id(999), First + (103 * 7), EvidenceKind.Lie, 2);
        var (lines, reading) = Account([.. Weekly(104), lie], First + (103 * 7), most: 5);

        var ceiling = lines.Should().ContainSingle(l => l.Kind == AccountKind.Ceiling).Subject;
        ceiling.EvidenceId.Should().Be(lie.Id);
        ceiling.Credibility.Should().Be(0);
        ceiling.Trust.Should().BeLessThan(0);
        lines.Sum(l => l.Trust).Should().BeApproximately(Tenth(reading.Trust), 1e-6);
    }

    [Fact]
    public void The_newest_stand_first_and_the_start_last()
    {
        var (lines, _) = Account(Weekly(6), First + 60, most: 20);

        lines[^1].Kind.Should().Be(AccountKind.Start);
        lines.Where(l => l.Kind == AccountKind.Event).Select(l => l.To).Should().BeInDescendingOrder();
        lines.Count(l => l.Kind == AccountKind.Event).Should().Be(6);
    }

    [Fact]
    public void Fading_is_told_once_a_month()
    {
        var (lines, _) = Account(Weekly(9), First + 90, most: 20);

        lines.Where(l => l.Kind == AccountKind.Fading).Select(l => DateOnly.FromDayNumber(l.To!.Value).Month).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void What_lies_far_back_is_summed_up_in_one_line()
    {
        var (lines, _) = Account(Weekly(30), First + 203, most: 8);

        lines.Count(l => l.Kind == AccountKind.Event).Should().Be(8);
        lines.Should().ContainSingle(l => l.Kind == AccountKind.Earlier).Which.Events.Should().Be(22);
    }

    [Fact]
    public void Without_events_there_is_the_start_alone()
    {
        var (lines, _) = Account([], First, most: 8);

        lines.Should().ContainSingle().Which.Should().Be(new AccountLine(AccountKind.Start, null, null, null, 0, 35, 20));
    }

    private static (IReadOnlyList<AccountLine> Lines, Reading Reading) Account(Evidence[] evidence, int day, int most)
    {
        var reading = ScoreReader.Read(Standing.Fold(evidence, Rules), Cold, 0.5, day, Rules);
        var lines = ScoreAccount.Of(
            Chronicle.Of(evidence, Cold, 0.5, day, Rules, ScoreKind.Credibility), Chronicle.Of(evidence, Cold, 0.5, day, Rules, ScoreKind.Trust), reading, most);
        return (lines, reading);
    }

    private static Evidence[] Weekly(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Evidence(Id(i), First + (7 * i), i % 9 == 8 ? EvidenceKind.Missed : EvidenceKind.Met))];

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static double Tenth(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
