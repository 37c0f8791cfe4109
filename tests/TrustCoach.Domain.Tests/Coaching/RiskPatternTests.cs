using FluentAssertions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Coaching;

public sealed class RiskPatternTests
{
    private const int Day = Standing.Landmark + 9_000;

    private static string PatternOf(params (int DaysAgo, EvidenceKind Kind, int Severity)[] history) => RiskPattern.Of(
        Standing.Fold([.. history.Select(h => new Evidence(Guid.NewGuid(), Day - h.DaysAgo, h.Kind, h.Severity))], ScoringRules.Default), Day, ScoringRules.Default);

    [Fact]
    public void A_grave_lie_comes_before_everything() =>
        PatternOf((200, EvidenceKind.Lie, 3), (1, EvidenceKind.Late, 2), (0, EvidenceKind.Missed, 3)).Should().Be("A material lie 200 days ago.");

    [Fact]
    public void A_breach_is_named_by_its_kind()
    {
        PatternOf((1, EvidenceKind.Lie, 2)).Should().Be("A lie yesterday.");
        PatternOf((0, EvidenceKind.Gossip, 2)).Should().Be("Gossip or exaggeration today.");
    }

    [Fact]
    public void Lateness_again_and_again_is_a_habit() =>
        PatternOf((12, EvidenceKind.Late, 2), (8, EvidenceKind.Late, 2), (3, EvidenceKind.Late, 2)).Should().Be("Late again and again, last 3 days ago.");

    [Fact]
    public void Misses_are_counted_over_the_last_five() =>
        PatternOf((9, EvidenceKind.Met, 2), (5, EvidenceKind.Missed, 3), (3, EvidenceKind.Missed, 3)).Should().Be("2 of the last 3 expectations not met.");

    [Fact]
    public void A_promise_counts_as_an_expectation() =>
        PatternOf((9, EvidenceKind.PromiseBroken, 3), (5, EvidenceKind.Met, 2), (4, EvidenceKind.Met, 2)).Should().Be("More was missed than kept over 3 encounters.");

    [Fact]
    public void Kept_long_ago_is_faded_and_not_missed() =>
        PatternOf((4_200, EvidenceKind.Met, 2), (4_100, EvidenceKind.Met, 2), (4_000, EvidenceKind.Met, 2)).Should().Be("Nothing for 4000 days: what was earned has faded.");
}
