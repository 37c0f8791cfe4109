using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

public sealed class TraitsAndReciprocityTests
{
    private const int Day = Histories.FirstDay;
    private const double Third = 1 / 3.0;

    private static readonly ScoringRules Rules = ScoringRules.Default;

    // Honesty, punctuality, sincerity, accountability, keeping word: kept units minus missed units of one fresh event.
    public static TheoryData<Evidence, double[]> Shares => new()
    {
        { Of(EvidenceKind.PromiseKept), [0, 0, 0, 0, 1] },
        { Of(EvidenceKind.PromiseExceeded), [0, 0, 0, 0, 1.2] },
        { Of(EvidenceKind.PromiseRenegotiated), [0, 0, 0, 0.25, 0] },
        { Of(EvidenceKind.PromiseLate), [0, -0.25, 0, 0, -0.25] },
        { Of(EvidenceKind.PromiseBroken), [0, 0, -0.5, -0.5, -2] },
        { Of(EvidenceKind.Late), [0, -0.5, 0, 0, 0] },
        { Of(EvidenceKind.Met), [Third, 0, Third, Third, 0] },
        { Of(EvidenceKind.Met) with { Trait = Trait.Sincerity }, [0, 0, 1, 0, 0] },
        { Of(EvidenceKind.Met) with { StartedOnTime = true }, [Third / 2, 0.5, Third / 2, Third / 2, 0] },
        { Of(EvidenceKind.Exceeded) with { StartedOnTime = true, Trait = Trait.Honesty }, [0.6, 0.6, 0, 0, 0] },
        { Of(EvidenceKind.Met) with { StartedOnTime = true, Trait = Trait.Punctuality }, [0, 1, 0, 0, 0] },
        { Of(EvidenceKind.Missed), [-Third, 0, -Third, -Third, 0] },
        { Of(EvidenceKind.Missed) with { StartedOnTime = true }, [-Third, 0, -Third, -Third, 0] },
        { Of(EvidenceKind.Missed) with { Trait = Trait.Honesty, OwnedUp = true }, [-0.8, 0, 0, 0.5, 0] },
        { Of(EvidenceKind.Gossip), [0, 0, -2, 0, 0] },
        { Of(EvidenceKind.Exaggeration), [-1, 0, -1, 0, 0] },
        { Of(EvidenceKind.Lie), [-6, 0, 0, 0, 0] },
        { Of(EvidenceKind.Lie) with { OwnedUp = true }, [-6, 0, 0, 0, 0] },
        { Of(EvidenceKind.Apology), [0, 0, 0, 0, 0] },
    };

    [Theory, MemberData(nameof(Shares))]
    public void Each_kind_of_event_tells_about_its_own_traits(Evidence evidence, double[] expected)
    {
        var standing = Standing.Fold([evidence], Rules);

        foreach (var trait in Enum.GetValues<Trait>())
        {
            var sums = TraitSums.Of(standing, trait, Day, Rules);
            (sums.Kept - sums.Missed).Should().BeApproximately(expected[(int)trait], 1e-12, trait.ToString());
            sums.Events.Should().Be(expected[(int)trait] == 0 ? 0 : 1, trait.ToString());
        }
    }

    [Fact]
    public void A_second_renegotiation_speaks_about_keeping_word()
    {
        var promise = Guid.NewGuid();

        var standing = Standing.Fold(
            [Of(EvidenceKind.PromiseRenegotiated) with { Ref = promise }, Of(EvidenceKind.PromiseRenegotiated) with { Ref = promise }], Rules);

        TraitSums.Of(standing, Trait.Accountability, Day, Rules).Kept.Should().BeApproximately(0.25, 1e-12);
        TraitSums.Of(standing, Trait.KeepingWord, Day, Rules).Missed.Should().BeApproximately(0.25, 1e-12);
    }

    [Fact]
    public void A_repair_lightens_the_miss_in_its_own_traits_and_adds_to_accountability()
    {
        var broken = Of(EvidenceKind.PromiseBroken);

        var standing = Standing.Fold([broken, Of(EvidenceKind.Apology) with { Ref = broken.Id, Day = Day + 1 }], Rules);

        TraitSums.Of(standing, Trait.KeepingWord, Day, Rules).Missed.Should().BeApproximately(1.5, 1e-12);
        TraitSums.Of(standing, Trait.Sincerity, Day, Rules).Missed.Should().BeApproximately(0.375, 1e-12);
        TraitSums.Of(standing, Trait.Accountability, Day + 1, Rules).Kept.Should().BeApproximately(0.5, 1e-12);
        TraitSums.Of(standing, Trait.Accountability, Day + 1, Rules).Events.Should().Be(2);
    }

    [Fact]
    public void A_trait_is_read_from_all_relationships_together_once_there_are_three_events()
    {
        var one = TraitSums.Of(Standing.Fold([Of(EvidenceKind.PromiseKept), Of(EvidenceKind.PromiseBroken)], Rules), Trait.KeepingWord, Day, Rules);
        var two = TraitSums.Of(Standing.Fold([Of(EvidenceKind.PromiseKept)], Rules), Trait.KeepingWord, Day, Rules);

        TraitReading.Of(Trait.KeepingWord, one, Rules).Should().Be(new TraitReading(Trait.KeepingWord, null, 2));
        var both = TraitReading.Of(Trait.KeepingWord, one.Plus(two), Rules);
        both.Events.Should().Be(3);
        both.Value.Should().BeApproximately(100 * 4.0 / (6 + (2 * 2)), 1e-9);
    }

    [Theory]
    [InlineData(3, 0, Exchange.TooEarly)]
    [InlineData(4, 0, Exchange.Altruist)]
    [InlineData(0, 4, Exchange.Cheater)]
    [InlineData(4, 4, Exchange.Reciprocator)]
    [InlineData(3, 1, Exchange.Reciprocator)]
    public void Give_and_take_make_a_type(double gave, double took, Exchange kind)
    {
        var reading = Reciprocity.Of(gave, took, Rules);

        reading.Kind.Should().Be(kind);
        reading.Mirrored(Rules).Beta.Should().Be(-reading.Beta);
    }

    [Fact]
    public void Favours_fade_and_any_day_may_come_late()
    {
        var standing = new Standing();
        standing.ApplyFavour(new Favour(Guid.NewGuid(), Day, Given: true, 3), Rules);
        standing.ApplyFavour(new Favour(Guid.NewGuid(), Day - 180, Given: true, 2), Rules);
        standing.ApplyFavour(new Favour(Guid.NewGuid(), Day, Given: false, 1), Rules);

        var reading = Reciprocity.Of(standing, Day, Rules);

        reading.Gave.Should().BeApproximately(4, 1e-12);
        reading.Took.Should().BeApproximately(1, 1e-12);
        reading.Beta.Should().BeApproximately(3 / 7.0, 1e-12);
        standing.LastDay.Should().BeNull();
    }

    [Fact]
    public void A_strict_customer_lowers_the_forecast_and_an_average_one_leaves_it()
    {
        Reputation.WithStrictness(0.8, new Outcomes(30, 70), 0.6, Rules).Should().BeLessThan(0.7);
        Reputation.WithStrictness(0.8, new Outcomes(60, 40), 0.6, Rules).Should().BeApproximately(0.8, 1e-9);
        Reputation.WithStrictness(0.8, new Outcomes(0, 0), 0.6, Rules).Should().BeApproximately(0.8, 1e-9);
    }

    [Fact]
    public void A_team_of_nobody_has_the_start_and_a_rep_needs_evidence_to_be_ranked()
    {
        new RollUp().Team(Rules.Trust, Rules).Should().BeApproximately(20, 1e-12);
        new RollUp().Team(Rules.Credibility, Rules).Should().BeApproximately(35, 1e-12);
        new RollUp().Plus(40, 0.5).Plus(new RollUp().Plus(80, 0.5)).Team(Rules.Trust, Rules).Should().Be(60);
        new RollUp().Plus(40, 0.5).Ranked(Rules).Should().BeFalse();
        new RollUp().Plus(40, 0.5).Plus(80, 0.5).Ranked(Rules).Should().BeTrue();
    }

    private static Evidence Of(EvidenceKind kind) => new(Guid.NewGuid(), Day, kind);
}
