using FluentAssertions;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Method;

/// <summary>The comparison on generated worlds in which it is known what works.</summary>
public sealed class StepComparisonTests
{
    private static readonly IReadOnlyList<MethodStep> Steps = StepCard.Default.Steps;
    private static readonly HashSet<Guid> Offered = [.. Steps.Select(s => s.Id)];

    [Fact]
    public void A_step_that_works_is_found_by_what_it_does_and_the_others_are_not()
    {
        var compared = Enumerable.Range(0, 20).Select(seed => StepComparison.Of(Steps, World(seed, 240, works: 12))).ToList();

        compared.Should().OnlyContain(steps => steps[4].Verdict == StepVerdict.More);
        compared.Average(steps => steps[4].Difference).Should().BeApproximately(12, 2);
        compared.Should().OnlyContain(steps => steps[4].Low <= 12 + 6 && steps[4].High >= 12 - 6);
        compared.SelectMany(steps => steps.Take(4)).Count(s => s.Verdict != StepVerdict.NoDifferenceSeen).Should().BeLessThanOrEqualTo(2, "of eighty that do nothing");
    }

    [Theory, InlineData(40), InlineData(200)]
    public void Where_nothing_works_few_worlds_show_any_difference(int relationships)
    {
        var alarms = Enumerable.Range(0, 400).Count(seed =>
            StepComparison.Of(Steps, World(1000 + seed, relationships, works: 0)).Any(s => s.Verdict is StepVerdict.More or StepVerdict.Less));

        // One in twenty is promised; of 400 worlds so many more would come once in a thousand times.
        alarms.Should().BeLessThanOrEqualTo(34);
    }

    [Fact]
    public void What_comes_with_a_warm_opening_is_not_taken_for_the_steps_doing()
    {
        var worlds = Enumerable.Range(0, 40).Select(seed => Confounded(seed, 300)).ToList();
        var compared = worlds.ConvertAll(world => StepComparison.Of(Steps, world)[0]);

        compared.Average(s => s.Plain!.Value).Should().BeGreaterThan(8, "referrals do better, and the step is ticked in referrals");
        compared.Average(s => s.Difference).Should().BeApproximately(0, 1.5);
        compared.Count(s => s.Verdict != StepVerdict.NoDifferenceSeen).Should().BeLessThanOrEqualTo(3);
    }

    [Fact]
    public void Fewer_than_three_on_a_side_are_too_early_to_say()
    {
        var step = Steps[0].Id;
        var early = Enumerable.Range(0, 40).Select(i => Relationship(new(Climate.Cold, false), i < 2 ? [step] : [Steps[1].Id], i < 2 ? 95 : 20)).ToList();

        var compared = StepComparison.Of(Steps, early)[0];

        compared.Verdict.Should().Be(StepVerdict.TooEarly);
        (compared.With, compared.Without).Should().Be((2, 38));
    }

    [Fact]
    public void Only_like_is_compared_with_like()
    {
        var step = Steps[0].Id;
        var early = Enumerable.Range(0, 20).Select(i => Relationship(new(i < 10 ? Climate.Cold : Climate.Referral, false), i < 10 ? [step] : [Steps[1].Id], i < 10 ? 80 : 30)).ToList();

        var compared = StepComparison.Of(Steps, early)[0];

        compared.Verdict.Should().Be(StepVerdict.TooEarly, "no cold call went without it, and no referral with it");
        (compared.Unmatched, compared.Plain).Should().Be((20, 50));
    }

    [Fact]
    public void A_step_that_did_not_stand_on_the_card_was_not_left_out()
    {
        var known = Steps.Take(4).Select(s => s.Id).ToHashSet();
        var early = Enumerable.Range(0, 12).Select(_ => Relationship(new(Climate.Cold, false), [Steps[0].Id], 60) with { Offered = known }).ToList();

        StepComparison.Of(Steps, early)[4].Should().Match<StepComparison>(s => s.With == 0 && s.Without == 0);
    }

    [Fact]
    public void Nothing_at_all_is_too_early() =>
        StepComparison.Of(Steps, []).Should().HaveCount(5).And.OnlyContain(s => s.Verdict == StepVerdict.TooEarly && s.Plain == null);

    [Theory, InlineData(1, 12.706), InlineData(2, 4.303), InlineData(3, 3.182), InlineData(10, 2.228), InlineData(29, 2.045), InlineData(30, 2.042), InlineData(1000, 1.962)]
    public void The_quantiles_are_those_of_the_printed_tables(int freedom, double at975) => StudentT.Quantile(0.975, freedom).Should().BeApproximately(at975, 0.0006);

    // Ticks fall by chance, each with its own habit; what does not come from the step is spread as scores are, and cut off at 100.
    private static List<EarlyRelationship> World(int seed, int count, double works)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var opening = new Opening((Climate)random.Next(1, 5), random.Next(6) == 0);
            var ticked = Steps.Where((_, i) => random.NextDouble() < 0.3 + (0.1 * i)).Select(s => s.Id).ToHashSet();
            var points = 50 + (2 * (int)opening.Climate) + (ticked.Contains(Steps[4].Id) ? works : 0) + Noise(random);
            return Relationship(opening, ticked, points);
        })];
    }

    private static List<EarlyRelationship> Confounded(int seed, int count)
    {
        var random = new Random(500 + seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var referral = random.Next(2) == 0;
            var ticked = random.NextDouble() < (referral ? 0.8 : 0.2) ? new HashSet<Guid> { Steps[0].Id } : [Steps[1].Id];
            return Relationship(new(referral ? Climate.Referral : Climate.Cold, false), ticked, (referral ? 70 : 50) + Noise(random));
        })];
    }

    // Lopsided, as scores near their upper end are: many a little above, few far below.
    private static double Noise(Random random) => 12 - (12 * -Math.Log(1 - random.NextDouble()));

    private static EarlyRelationship Relationship(Opening opening, HashSet<Guid> ticked, double points) =>
        new(Guid.NewGuid(), opening, Offered, ticked, 5, Math.Clamp(points, 0, 100));
}
