using FluentAssertions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

public sealed class ForecastReplayTests
{
    private const int Day = 740_000;

    private static readonly ScoringRules Rules = ScoringRules.Default;

    [Fact]
    public void The_first_outcome_of_all_was_expected_by_half()
    {
        var replayed = ForecastReplay.Of([[Met(Day)]], Rules);
        replayed.Should().ContainSingle().Which.Should().Be(new ForecastOutcome(Day, 0.5, true));
    }

    [Fact]
    public void What_happens_on_a_day_is_not_known_to_the_forecasts_of_that_day()
    {
        var replayed = ForecastReplay.Of([[Met(Day), Missed(Day), Met(Day + 1)], [Missed(Day)]], Rules);
        replayed.Take(3).Should().OnlyContain(o => o.Predicted == 0.5);
        replayed[3].Predicted.Should().NotBe(0.5);
    }

    [Fact]
    public void A_courtesy_a_repair_and_a_renegotiation_are_no_outcomes()
    {
        var (miss, promise) = (Missed(Day), Guid.NewGuid());
        ForecastReplay.Of([[
            miss, new(Guid.NewGuid(), Day + 1, EvidenceKind.Apology, 2, miss.Id),
            new(Guid.NewGuid(), Day + 1, EvidenceKind.PromiseRenegotiated, 2, promise)]], Rules).Should().ContainSingle();
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void It_says_what_a_naive_reading_of_the_evening_before_says(int seed)
    {
        var random = new Random(seed);
        var relationships = Enumerable.Range(0, 6).Select(_ => History(random)).ToList();
        var replayed = ForecastReplay.Of(relationships, Rules);

        var naive = new List<ForecastOutcome>();
        foreach (var (evidence, i) in relationships.Select((e, i) => (e, i)))
        {
            foreach (var e in evidence.Where(e => e.Kind is EvidenceKind.Met or EvidenceKind.Missed or EvidenceKind.PromiseBroken or EvidenceKind.Late))
            {
                var before = relationships.ConvertAll(r => r.Where(x => x.Day < e.Day).ToArray());
                double Sum(int r, bool kept) => before[r].Where(x => x.Kind == EvidenceKind.Met == kept).Sum(x => Math.Pow(2, -(e.Day - x.Day) / 180.0));
                var (up, down) = (2.0, 4.0);
                for (var r = 0; r < before.Count; r++)
                {
                    var (kept, all) = (Sum(r, true), Sum(r, true) + Sum(r, false));
                    if (r == i || all == 0)
                        continue;
                    up += kept * Math.Min(1, 8 / all);
                    down += all * Math.Min(1, 8 / all);
                }

                var (own, missed) = (Sum(i, true), Sum(i, false));
                naive.Add(new(e.Day, (own + (3 * up / down)) / (own + missed + 3), e.Kind == EvidenceKind.Met));
            }
        }

        replayed.Should().HaveCount(naive.Count);
        static IEnumerable<ForecastOutcome> Sorted(IEnumerable<ForecastOutcome> all) => all.OrderBy(o => o.Day).ThenBy(o => o.Kept).ThenBy(o => Math.Round(o.Predicted, 9));
        foreach (var (one, other) in Sorted(replayed).Zip(Sorted(naive)))
        {
            (one.Day, one.Kept).Should().Be((other.Day, other.Kept));
            one.Predicted.Should().BeApproximately(other.Predicted, 1e-9);
        }
    }

    [Fact]
    public void The_error_is_the_distance_of_each_decile_by_its_outcomes()
    {
        var outcomes = Enumerable.Range(0, 200).Select(i => new ForecastOutcome(Day, i < 100 ? 0.95 : 0.25, i is < 80 or >= 180));
        var calibration = Calibration.Of(outcomes);

        calibration.Deciles.Should().HaveCount(10);
        calibration.Deciles[9].Should().BeEquivalentTo(new { Count = 100L, Kept = 80L });
        calibration.Error.Should().BeApproximately((0.5 * 0.15) + (0.5 * 0.05), 1e-9);
        (calibration.TooEarly, calibration.Alarms).Should().Be((false, true));
        Calibration.Of([]).Should().BeEquivalentTo(new { Count = 0L, Error = 0.0, TooEarly = true, Alarms = false });
    }

    [Theory]
    [InlineData(0, 0), InlineData(0.0999, 0), InlineData(0.1, 1), InlineData(0.9999, 9), InlineData(1, 9)]
    public void A_forecast_has_its_decile(double predicted, int decile) => ForecastDecile.Of(predicted).Should().Be(decile);

    [Theory]
    [InlineData(11), InlineData(12), InlineData(13), InlineData(14), InlineData(15), InlineData(16)]
    public void The_first_condition_that_holds_is_the_stage(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++)
        {
            var (evidence, day, rho) = (History(random), Day + random.Next(0, 500), random.NextDouble());
            var sums = ClosedForm.Sums(evidence, day, Rules);
            var reading = ScoreReader.Read(sums, default, rho, day, Rules);
            var conditions = StageConditions.Of(sums, reading.Credibility, reading.Trust, day, Rules);
            conditions.Single(c => c.Applies).Stage.Should().Be(reading.Stage);
            conditions.Select(c => c.Stage).Should().Equal(Stage.Broken, Stage.AtRisk, Stage.Trusted, Stage.Credible, Stage.BenefitOfTheDoubt, Stage.Courtesy);
            conditions.TakeWhile(c => !c.Applies).Should().NotContain(c => c.Holds);
        }
    }

    [Fact]
    public void The_outcomes_of_a_forecast_add_up_to_its_sums()
    {
        var evidence = History(new Random(5));
        var sums = ClosedForm.Sums(evidence, Day + 300, Rules);
        var outcomes = FadedOutcome.Of(evidence, Day + 300, Rules);
        outcomes.Where(o => o.Kept).Sum(o => o.Weight).Should().BeApproximately(sums.ForecastKept, 1e-9);
        outcomes.Where(o => !o.Kept).Sum(o => o.Weight).Should().BeApproximately(sums.ForecastMissed, 1e-9);
    }

    private static Evidence[] History(Random random)
    {
        EvidenceKind[] kinds = [EvidenceKind.Met, EvidenceKind.Met, EvidenceKind.Met, EvidenceKind.Missed, EvidenceKind.PromiseBroken, EvidenceKind.Late];
        return [.. Enumerable.Range(0, random.Next(0, 40)).Select(_ => new Evidence(Guid.NewGuid(), Day + random.Next(0, 300), kinds[random.Next(kinds.Length)], random.Next(1, 4)))];
    }

    private static Evidence Met(int day) => new(Guid.NewGuid(), day, EvidenceKind.Met);

    private static Evidence Missed(int day) => new(Guid.NewGuid(), day, EvidenceKind.Missed);
}
