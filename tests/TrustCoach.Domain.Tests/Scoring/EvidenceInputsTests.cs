using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

/// <summary>Evidence level, owning up, climate, renegotiation, the promise clock and what they weigh.</summary>
public sealed class EvidenceInputsTests
{
    private const int Day = Histories.FirstDay;

    private static readonly ScoringRules Rules = ScoringRules.Default;
    private static readonly Opening Cold = new(Climate.Cold, false);

    [Theory]
    [InlineData(EvidenceLevel.SelfReported, 0.8)]
    [InlineData(EvidenceLevel.Witnessed, 1.0)]
    [InlineData(EvidenceLevel.CustomerConfirmed, 1.2)]
    public void A_kept_event_counts_by_how_it_is_known_and_a_miss_does_not(EvidenceLevel level, double kept)
    {
        Weigh(On(0, EvidenceKind.Met) with { Level = level }).Should().Be(new EvidenceUnits(kept, 0));
        Weigh(On(0, EvidenceKind.Missed) with { Level = level }).Should().Be(new EvidenceUnits(0, 1));
    }

    [Theory]
    [InlineData(EvidenceKind.Missed, 0.5, 1, 2)]
    [InlineData(EvidenceKind.PromiseBroken, 1, 2, 4)]
    [InlineData(EvidenceKind.Gossip, 1, 2, 4)]
    [InlineData(EvidenceKind.Exaggeration, 1, 2, 4)]
    [InlineData(EvidenceKind.Lie, 3, 6, 12)]
    [InlineData(EvidenceKind.Late, 0.5, 0.5, 0.5)]
    [InlineData(EvidenceKind.PromiseLate, 0.5, 0.5, 0.5)]
    public void A_miss_weighs_by_its_severity(EvidenceKind kind, double mild, double normal, double severe)
    {
        new[] { 1, 2, 3 }.Select(severity => Weigh(On(0, kind) with { Severity = severity }).Missed)
            .Should().Equal(mild, normal, severe);
    }

    [Fact]
    public void Owning_up_takes_a_fifth_off_an_ordinary_miss_and_nothing_off_a_lie()
    {
        Weigh(On(0, EvidenceKind.Missed) with { OwnedUp = true }).Missed.Should().Be(0.8);
        Weigh(On(0, EvidenceKind.Lie) with { OwnedUp = true }).Missed.Should().Be(6);
    }

    [Fact]
    public void Owning_up_and_both_repairs_leave_three_tenths_of_a_miss()
    {
        var miss = On(0, EvidenceKind.Missed) with { OwnedUp = true };
        Evidence[] events = [miss, On(1, EvidenceKind.Apology, miss.Id), On(2, EvidenceKind.MakeGood, miss.Id)];
        var units = new EvidenceUnits[3];

        var standing = Standing.Fold(events, Rules, units);

        units.Select(u => u.Missed).Should().Equal(0.8, -0.25, -0.25);
        standing.On(Day + 180, Rules).MissedC.Should().BeApproximately(0.15, 1e-12);
        ClosedForm.Sums(events, Day + 180, Rules).MissedC.Should().BeApproximately(0.15, 1e-12);
    }

    [Theory]
    [InlineData(Climate.Cold, false, 35, 20)]
    [InlineData(Climate.Inbound, false, 40, 22.5)]
    [InlineData(Climate.Referral, false, 45, 25)]
    [InlineData(Climate.Existing, false, 45, 25)]
    [InlineData(Climate.Cold, true, 30, 17.5)]
    [InlineData(Climate.Existing, true, 40, 22.5)]
    public void The_climate_moves_the_start_of_credibility_and_half_as_much_of_trust(Climate climate, bool burned, double c, double t)
    {
        var reading = ScoreReader.Read(new Standing(), new Opening(climate, burned), 0.5, Day, Rules);

        reading.Credibility.Should().BeApproximately(c, 1e-9);
        reading.Trust.Should().BeApproximately(t, 1e-9);
        reading.StartShareCredibility.Should().Be(reading.Credibility);
        reading.StartShareTrust.Should().Be(reading.Trust);
    }

    [Fact]
    public void Renegotiating_a_promise_earns_once_and_costs_from_then_on()
    {
        var (promise, other) = (Guid.NewGuid(), Guid.NewGuid());
        var units = new EvidenceUnits[4];

        var standing = Standing.Fold(
            [
                On(0, EvidenceKind.PromiseRenegotiated, promise), On(3, EvidenceKind.PromiseRenegotiated, promise),
                On(5, EvidenceKind.PromiseRenegotiated, promise), On(5, EvidenceKind.PromiseRenegotiated, other),
            ],
            Rules,
            units);

        units.Should().Equal(new(0.25, 0), new(0, 0.25), new(0, 0.25), new(0.25, 0));
        standing.Judged.Should().Be(4);
        (standing.ForecastKept + standing.ForecastMissed).Should().Be(0, "a renegotiation is no outcome");
    }

    [Fact]
    public void An_apology_for_a_lie_lets_the_ceiling_rise_twice_as_fast_from_the_next_day()
    {
        var lie = On(0, EvidenceKind.Lie);
        var apology = On(2, EvidenceKind.Apology, lie.Id);
        var kept = Enumerable.Range(1, 5).Select(day => On(day, EvidenceKind.Met)).ToArray();

        Standing.Fold([lie, .. kept], Rules).Lies.Should().ContainSingle().Which.KeptSince.Should().Be(2.5);
        Standing.Fold([lie, .. kept, apology], Rules).Lies.Should().ContainSingle().Which.KeptSince.Should().Be(1 + 3);
    }

    [Fact]
    public void What_is_kept_on_the_day_of_the_apology_counts_at_half_before_or_after_it()
    {
        var lie = On(0, EvidenceKind.Lie);
        var standing = Standing.Fold([lie], Rules);

        standing.Apply(On(2, EvidenceKind.Met), default, Rules);
        standing.Apply(On(2, EvidenceKind.Apology, lie.Id), new EvidenceContext(lie, 6), Rules);
        standing.Apply(On(2, EvidenceKind.Met) with { Level = EvidenceLevel.SelfReported }, default, Rules);

        standing.Lies.Should().ContainSingle().Which.KeptSince.Should().Be(0.75, "a day is at most one and a half encounters");
        standing.On(Day + 2, Rules).MissedC.Should().BeApproximately(6 * Math.Pow(2, -2 / 720.0), 1e-12, "nothing repairs a lie");
    }

    [Fact]
    public void The_clock_breaks_an_open_promise_when_its_grace_ends()
    {
        PromiseClock.IsPastDue(Day, Day).Should().BeFalse();
        PromiseClock.IsPastDue(Day, Day + 1).Should().BeTrue();
        PromiseClock.IsBroken(Day, Day + 6, Rules).Should().BeFalse();
        PromiseClock.IsBroken(Day, Day + 7, Rules).Should().BeTrue();

        var (id, promise) = (Guid.NewGuid(), Guid.NewGuid());
        PromiseClock.Break(id, promise, Day, 3, Rules)
            .Should().Be(new Evidence(id, Day + 7, EvidenceKind.PromiseBroken, 3, promise));
    }

    [Fact]
    public void A_reader_adds_what_the_clock_broke_without_touching_the_standing() =>
        Histories.Always(Histories.Any, (history, random) =>
        {
            var standing = Standing.Fold(history.Events, Rules);
            var broken = Enumerable.Range(0, random.Next(4)).Select(_ => PromiseClock.Break(
                Guid.NewGuid(), Guid.NewGuid(), history.AsOf - 7 - random.Next(90), random.Next(1, 4), Rules)).ToArray();
            var before = System.Text.Json.JsonSerializer.Serialize(standing);

            var ahead = ScoreReader.Read(standing.With(broken, Rules), history.Opening, history.Rho, history.AsOf, Rules);

            var booked = history.With(broken).Read();
            ahead.Credibility.Should().BeApproximately(booked.Credibility, 1e-8);
            ahead.Trust.Should().BeApproximately(booked.Trust, 1e-8);
            ahead.Forecast.Should().BeApproximately(booked.Forecast, 1e-8);
            ahead.Confidence.Should().BeApproximately(booked.Confidence, 1e-8);
            ahead.Stage.Should().Be(booked.Stage);
            System.Text.Json.JsonSerializer.Serialize(standing).Should().Be(before);
        });

    [Fact]
    public void Without_an_event_its_repairs_have_nothing_to_repair()
    {
        var miss = On(0, EvidenceKind.Missed);
        Evidence[] events = [On(0, EvidenceKind.Met), miss, On(1, EvidenceKind.Apology, miss.Id)];

        ClosedForm.Without(miss.Id, events, Cold, 0.5, Day + 1, Rules)
            .Should().Be(ClosedForm.Read([events[0]], Cold, 0.5, Day + 1, Rules));
    }

    private static Evidence On(int day, EvidenceKind kind, Guid? reference = null) =>
        new(Guid.NewGuid(), Day + day, kind, Ref: reference);

    private static EvidenceUnits Weigh(Evidence evidence) => new Standing().Apply(evidence, default, Rules);
}
