using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

/// <summary>The fourteen cases of the scoring model that a person can redo by hand. Every one is read from the fold and the closed form.</summary>
public sealed class GoldenCases
{
    private const int Day = Histories.FirstDay;
    private const double Precision = 5e-5;

    private static readonly ScoringRules Rules = ScoringRules.Default;
    private static readonly Opening Cold = new(Climate.Cold, false);
    private static readonly Evidence[] HalfAYear = Weekly(26);

    [Fact] // 1
    public void Nothing_yet() => Read([], Day, r =>
    {
        Scores(r, 35, 20);
        r.Stage.Should().Be(Stage.Courtesy);
        r.Confidence.Should().Be(0);
    });

    [Fact] // 2
    public void One_met_today() => Read([On(0, EvidenceKind.Met)], Day, r =>
    {
        Scores(r, 56.6667, 27.2727);
        r.Stage.Should().Be(Stage.BenefitOfTheDoubt);
        r.Confidence.Should().BeApproximately(1 / 11.0, Precision);
    });

    [Fact] // 3
    public void Three_met_on_one_day() =>
        Read([On(0, EvidenceKind.Met), On(0, EvidenceKind.Met), On(0, EvidenceKind.Met)], Day, r =>
        {
            Scores(r, 74, 30.4348);
            r.Stage.Should().Be(Stage.Credible);
        });

    [Fact] // 4
    public void One_met_a_year_ago() => Read([On(0, EvidenceKind.Met)], Day + 360, r =>
    {
        Scores(r, 42.2222, 23.8095);
        r.Stage.Should().Be(Stage.Courtesy);
    });

    [Fact] // 5
    public void One_missed_today() => Read([On(0, EvidenceKind.Missed)], Day, r => Scores(r, 17.5, 15.3846));

    [Fact] // 6
    public void Half_a_year_of_weekly_met() => Read(HalfAYear, HalfAYear[^1].Day, r =>
    {
        Scores(r, 93.7931, 75.0633);
        r.Stage.Should().Be(Stage.Trusted);
    });

    [Fact] // 7
    public void Then_one_missed() =>
        Read([.. HalfAYear, On(175, EvidenceKind.Missed)], Day + 175, r => Scores(r, 100 * 19.64429 / 22.94429, 68.6442));

    [Fact] // 8
    public void Or_one_lie() => Read([.. HalfAYear, On(175, EvidenceKind.Lie)], Day + 175, r =>
    {
        Scores(r, 59.6288, 48.0843);
        r.Ceiling.Should().Be(50);
        r.Stage.Should().Be(Stage.AtRisk);
    });

    [Fact] // 9
    public void Two_years_of_weekly_met_and_one_lie_bind_at_the_ceiling()
    {
        var events = Weekly(104).Append(On(721, EvidenceKind.Lie)).ToArray();

        Read(events, Day + 721, r =>
        {
            r.RawTrust.Should().BeApproximately(69.1607, Precision);
            r.Trust.Should().Be(50);
        });
        var lines = Chronicle.Of(events, Cold, 0.5, Day + 721, Rules, ScoreKind.Trust);
        var held = lines.Should().ContainSingle(l => l.Kind == ChronicleKind.Ceiling).Which;
        held.EvidenceId.Should().Be(events[^1].Id);
        held.Points.Should().BeApproximately(-19.1607, Precision);
    }

    [Fact] // 10
    public void Three_times_late()
    {
        Evidence[] events = [On(0, EvidenceKind.Late), On(60, EvidenceKind.Late), On(120, EvidenceKind.Late)];
        var units = new EvidenceUnits[3];

        Standing.Fold(events, Rules, units);

        units.Select(u => u.Missed).Should().Equal(0.5, 0.75, 0.875);
        Read(events, Day + 120, r =>
        {
            Scores(r, 12.5662, 12.6422);
            r.Stage.Should().Be(Stage.AtRisk);
        });
    }

    [Fact] // 11
    public void One_missed_two_apologies_and_a_make_good()
    {
        var miss = On(0, EvidenceKind.Missed);

        Read(
            [miss, On(0, EvidenceKind.Apology, miss.Id), On(0, EvidenceKind.Apology, miss.Id), On(0, EvidenceKind.MakeGood, miss.Id)],
            Day,
            r => Scores(r, 23.3333, 17.3913));
    }

    [Fact] // 12
    public void Met_and_missed_then_a_promise_kept_half_a_year_later()
    {
        Evidence[] events =
        [
            On(0, EvidenceKind.Met) with { Id = Histories.Id(1) },
            On(0, EvidenceKind.Missed) with { Id = Histories.Id(2) },
            On(180, EvidenceKind.PromiseKept),
        ];

        Read(events, Day + 180, r => Scores(r, 48.8889, 26.8079));
        Chronicle.Of(events, Cold, 0.5, Day + 180, Rules, ScoreKind.Credibility).Select(l => Math.Round(l.Points, 4))
            .Should().Equal(35, 13, -14, 0.2857, 14.6032);
    }

    [Fact] // 13
    public void Roll_up_reputation_and_reciprocity()
    {
        new RollUp().Plus(80, 0.5).Rep(60, Rules).Should().BeApproximately(62.8571, Precision);

        var rho = new Reputation().Plus(new Outcomes(2, 1), Rules).Rho(0.5, Rules);
        rho.Should().BeApproximately(4 / 7.0, 1e-12);
        Reputation.Forecast(new Outcomes(1, 0), 0.5, Rules).Should().Be(2.5 / 4);

        Reciprocity.Of(4, 1, Rules).Should().Be(new Reciprocity(4, 1, 3 / 7.0, Exchange.Reciprocator));
        Reciprocity.Of(6, 0, Rules).Should().Be(new Reciprocity(6, 0, 0.75, Exchange.Altruist));
    }

    [Fact] // 14
    public void The_start_by_reputation()
    {
        Read([], Day, r => Scores(r, 20, 10), rho: 0);
        Read([], Day, r => Scores(r, 50, 30), rho: 1);
    }

    [Theory]
    [InlineData(1, 57, 27)]
    [InlineData(2, 67, 33)]
    [InlineData(3, 74, 38)]
    [InlineData(5, 81, 46)]
    public void Weekly_kept_encounters_earn_credibility_fast_and_trust_slowly(int count, int credibility, int trust) =>
        Read(Weekly(count), Day + (7 * (count - 1)), r =>
        {
            Math.Round(r.Credibility).Should().Be(credibility);
            Math.Round(r.Trust).Should().Be(trust);
        });

    [Theory]
    [InlineData(6, 52, 60)]
    [InlineData(12, 56, 68)]
    [InlineData(24, 62, 76)]
    [InlineData(52, 71, 83)]
    [InlineData(104, 79, 85)]
    public void After_an_acknowledged_lie_weekly_kept_encounters_repair_slowly(int weeks, int trust, int ceiling)
    {
        var lie = On(175, EvidenceKind.Lie);
        var after = Enumerable.Range(1, weeks).Select(week => On(175 + (7 * week), EvidenceKind.Met));

        Read([.. HalfAYear, lie, On(175, EvidenceKind.Apology, lie.Id), .. after], Day + 175 + (7 * weeks), r =>
        {
            r.Trust.Should().BeApproximately(trust, 1);
            r.Ceiling.Should().BeApproximately(ceiling, 1);
        });
    }

    private static Evidence On(int day, EvidenceKind kind, Guid? reference = null) =>
        new(Guid.NewGuid(), Day + day, kind, Ref: reference);

    private static Evidence[] Weekly(int count) =>
        [.. Enumerable.Range(0, count).Select(week => On(7 * week, EvidenceKind.Met))];

    private static void Read(Evidence[] events, int day, Action<Reading> check, double rho = 0.5)
    {
        check(ClosedForm.Read(events, Cold, rho, day, Rules));
        check(ScoreReader.Read(Standing.Fold(events, Rules), Cold, rho, day, Rules));
        check(ScoreReader.Read(Incremental.Apply(events, Rules), Cold, rho, day, Rules));
    }

    private static void Scores(Reading reading, double credibility, double trust)
    {
        reading.Credibility.Should().BeApproximately(credibility, Precision);
        reading.Trust.Should().BeApproximately(trust, Precision);
    }
}
