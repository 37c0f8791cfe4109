using System.Globalization;
using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

public sealed class RuleSentenceTests
{
    private static readonly ScoringRules Rules = ScoringRules.Default;
    private static readonly int Day = new DateOnly(2026, 3, 2).DayNumber;

    [Theory]
    [InlineData(EvidenceKind.Met, 2, EvidenceLevel.SelfReported, "A met expectation counts 1, self-reported × 0.8.")]
    [InlineData(EvidenceKind.Exceeded, 2, EvidenceLevel.CustomerConfirmed, "An exceeded expectation counts 1.2, customer-confirmed × 1.2.")]
    [InlineData(EvidenceKind.Missed, 3, EvidenceLevel.Witnessed, "A severe miss counts 2 missed; a missed unit weighs 2 kept ones.")]
    [InlineData(EvidenceKind.PromiseBroken, 1, EvidenceLevel.Witnessed, "A broken promise, mild, counts 1 missed; a missed unit weighs 2 kept ones.")]
    [InlineData(EvidenceKind.Lie, 2, EvidenceLevel.Witnessed, "A self-serving lie counts 6 missed; a missed unit weighs 2 kept ones.")]
    public void An_event_says_its_rule(EvidenceKind kind, int severity, EvidenceLevel level, string expected) =>
        Of(ScoreKind.Credibility, new Evidence(Id(1), Day, kind, severity, Level: level)).Should().Be(expected);

    [Fact]
    public void A_repeated_lateness_says_how_many_times_it_counts() =>
        Of(ScoreKind.Credibility, new Evidence(Id(2), Day, EvidenceKind.Late), new Evidence(Id(1), Day - 60, EvidenceKind.Late))
            .Should().Be("A lateness counts 0.5 missed × 1.5 because it was not the first lately; a missed unit weighs 2 kept ones.");

    [Fact]
    public void Trust_says_that_one_day_is_capped() =>
        Of(ScoreKind.Trust, [.. Enumerable.Range(1, 3).Select(i => new Evidence(Id(i), Day, EvidenceKind.Met))])
            .Should().Be("A met expectation counts 1, witnessed × 1 × 0.5 because trust takes at most 1.5 from one day.");

    [Fact]
    public void An_apology_says_what_it_takes_off_or_that_it_takes_nothing()
    {
        var miss = new Evidence(Id(1), Day - 2, EvidenceKind.Missed);
        Of(ScoreKind.Credibility, new Evidence(Id(2), Day, EvidenceKind.Apology, Ref: miss.Id), miss).Should().Be("An apology takes 25 % off the miss it answers.");
        Of(ScoreKind.Credibility, new Evidence(Id(2), Day, EvidenceKind.Apology, Ref: Id(9)), miss).Should().StartWith("An apology takes nothing off here");
        Of(ScoreKind.Credibility, miss, new Evidence(Id(2), Day, EvidenceKind.Apology, Ref: miss.Id)).Should().Contain("× 0.75 after what was done about it");
    }

    [Fact]
    public void A_lie_sets_a_ceiling_on_trust() =>
        Of(ScoreKind.Trust, new Evidence(Id(1), Day, EvidenceKind.Lie, 3)).Should().Contain("a missed unit weighs 3 kept ones. It also sets a ceiling");

    private static string Of(ScoreKind kind, params Evidence[] events) =>
        RuleSentence.Of(EventWeight.Of(events, Day, Rules, kind)[events[0].Id], Rules, kind, CultureInfo.InvariantCulture);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
