using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

public sealed class RecordedHistoriesTests
{
    private const double Precision = 1e-6;
    private static readonly ScoringRules Rules = ScoringRules.Default;

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, 120)];

    [Fact]
    public void There_are_120_of_them() => RecordedHistory.All.Should().HaveCount(120);

    [Theory, MemberData(nameof(Numbers))]
    public void The_fold_reads_as_recorded(int number)
    {
        var history = RecordedHistory.All[number];

        var standing = Standing.Fold(history.Events, Rules);

        Compare(ScoreReader.Read(standing, history.Opening, history.Rho, history.AsOf, Rules), history);
    }

    [Theory, MemberData(nameof(Numbers))]
    public void The_closed_form_reads_as_recorded(int number)
    {
        var history = RecordedHistory.All[number];

        Compare(ClosedForm.Read(history.Events, history.Opening, history.Rho, history.AsOf, Rules), history);
    }

    [Theory, MemberData(nameof(Numbers))]
    public void Event_by_event_it_reads_as_recorded(int number)
    {
        var history = RecordedHistory.All[number];

        var standing = Incremental.Apply(history.Events, Rules);

        Compare(ScoreReader.Read(standing, history.Opening, history.Rho, history.AsOf, Rules), history);
    }

    [Theory, MemberData(nameof(Numbers))]
    public void A_pass_over_every_day_ends_as_recorded(int number)
    {
        var history = RecordedHistory.All[number];
        var days = Enumerable.Range(RecordedHistory.FirstDay, history.AsOf - RecordedHistory.FirstDay + 1);

        var points = History.Points(history.Events, history.Opening, history.Rho, days, Rules);

        Compare(points[^1].Reading, history);
    }

    [Theory, MemberData(nameof(Numbers))]
    public void Every_line_of_the_chronicle_is_as_recorded(int number)
    {
        var history = RecordedHistory.All[number];

        CompareLines(history, ScoreKind.Credibility, history.LedgerC);
        CompareLines(history, ScoreKind.Trust, history.LedgerT);
    }

    private static void CompareLines(RecordedHistory history, ScoreKind kind, ChronicleLine[] expected)
    {
        var lines = Chronicle.Of(history.Events, history.Opening, history.Rho, history.AsOf, Rules, kind);

        lines.Select(line => line with { Points = 0 }).Should().Equal(expected.Select(line => line with { Points = 0 }));
        lines.Select(line => line.Points).Should()
            .Equal(expected.Select(line => line.Points), (actual, wanted) => Math.Abs(actual - wanted) <= Precision);
    }

    private static void Compare(Reading reading, RecordedHistory history)
    {
        double Expected(string name) => history.Expect.GetProperty(name).GetDouble();

        reading.Credibility.Should().BeApproximately(Expected("credibility"), Precision);
        reading.Trust.Should().BeApproximately(Expected("trust"), Precision);
        reading.RawTrust.Should().BeApproximately(Expected("rawTrust"), Precision);
        reading.Ceiling.Should().BeApproximately(Expected("ceiling"), Precision);
        reading.Confidence.Should().BeApproximately(Expected("confidence"), Precision);
        reading.HalfBandTrust.Should().BeApproximately(Expected("halfBand"), Precision);
        reading.Forecast.Should().BeApproximately(Expected("forecast"), Precision);
        reading.Judged.Should().Be(history.Expect.GetProperty("judged").GetInt32());
        reading.Stage.Should().Be(history.Expect.GetProperty("stage").GetString() switch
        {
            "courtesy" => Stage.Courtesy,
            "benefit of the doubt" => Stage.BenefitOfTheDoubt,
            "credible" => Stage.Credible,
            "trusted" => Stage.Trusted,
            "at risk" => Stage.AtRisk,
            _ => Stage.Broken,
        });
    }
}
