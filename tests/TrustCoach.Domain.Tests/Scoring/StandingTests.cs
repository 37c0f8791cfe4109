using System.Text.Json;
using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

public sealed class StandingTests
{
    private const int Day = Histories.FirstDay;

    private static readonly ScoringRules Rules = ScoringRules.Default;
    private static readonly Opening Cold = new(Climate.Cold, false);

    [Fact]
    public void A_backdated_event_is_refused()
    {
        var standing = Standing.Fold([On(5, EvidenceKind.Met)], Rules);

        standing.CanApply(On(5, EvidenceKind.Met)).Should().BeTrue();
        standing.CanApply(On(4, EvidenceKind.Met)).Should().BeFalse();
        var backdate = () => standing.Apply(On(4, EvidenceKind.Met), default, Rules);
        backdate.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_day_out_of_reach_of_the_landmark_is_refused()
    {
        var apply = () => new Standing().Apply(On(0, EvidenceKind.Met) with { Day = 0 }, default, Rules);

        apply.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_refold_keeps_ids_and_favours()
    {
        var ids = (Organization: Guid.NewGuid(), Relationship: Guid.NewGuid(), Rep: Guid.NewGuid());
        var standing = new Standing(ids.Organization, ids.Relationship, ids.Rep);
        standing.ApplyFavour(new Favour(Guid.NewGuid(), Day, Given: true, 3), Rules);
        standing.Apply(On(0, EvidenceKind.Lie), default, Rules);

        standing.Refold([On(0, EvidenceKind.Met)], Rules);

        (standing.OrganizationId, standing.RelationshipId, standing.RepId).Should().Be(ids);
        standing.Lies.Should().BeEmpty();
        standing.Ceiling.Should().Be(100);
        Reciprocity.Of(standing, Day, Rules).Gave.Should().BeApproximately(3, 1e-12);
        standing.On(Day, Rules).KeptC.Should().Be(1);
    }

    [Fact]
    public void Landmark_sums_are_in_plain_units_when_read()
    {
        var standing = Standing.Fold([On(0, EvidenceKind.Exceeded), On(0, EvidenceKind.Exceeded), On(0, EvidenceKind.Gossip)], Rules);

        var sums = standing.On(Day + 360, Rules);

        sums.KeptC.Should().BeApproximately(2.4 / 4, 1e-12);
        sums.KeptT.Should().BeApproximately(1.5 / 2, 1e-12, "one day is at most one and a half encounters");
        sums.MissedC.Should().BeApproximately(2 * Math.Sqrt(0.5), 1e-12);
        sums.MissedT.Should().Be(sums.MissedC);
        sums.EvidenceWeight.Should().BeApproximately(1.5, 1e-12);
        sums.ForecastKept.Should().BeApproximately(0.5, 1e-12);
    }

    [Fact]
    public void A_reading_before_the_last_event_is_that_of_its_day()
    {
        var standing = Standing.Fold([On(5, EvidenceKind.Met)], Rules);

        ScoreReader.Read(standing, Cold, 0.5, Day, Rules).Should().Be(ScoreReader.Read(standing, Cold, 0.5, Day + 5, Rules));
    }

    [Fact]
    public void It_notes_after_how_many_encounters_a_rep_became_credible()
    {
        Evidence[] events = [.. Enumerable.Range(0, 6).Select(week => On(7 * week, EvidenceKind.Met))];

        Standing.Fold(events.AsSpan(0, 2), Rules).EncountersUntilCredible.Should().BeNull();
        Standing.Fold(events, Rules).EncountersUntilCredible.Should().Be(3);
        Standing.Fold([.. events, On(70, EvidenceKind.PromiseBroken)], Rules).EncountersUntilCredible.Should().Be(3);
    }

    [Fact]
    public void A_day_that_did_not_end_credible_does_not_count()
    {
        Evidence[] events = [On(0, EvidenceKind.Met), On(0, EvidenceKind.Met), On(0, EvidenceKind.Met), On(0, EvidenceKind.Missed)];

        Incremental.Apply(events, Rules).EncountersUntilCredible.Should().BeNull();
        Standing.Fold(events, Rules).EncountersUntilCredible.Should().BeNull();
        Standing.Fold([On(-20, EvidenceKind.Lie), .. events.AsSpan(0, 3)], Rules).EncountersUntilCredible.Should().BeNull();
    }

    [Fact]
    public void Two_of_the_last_five_missed_is_a_flag_and_one_is_not()
    {
        Evidence[] two = [On(0, EvidenceKind.Missed), On(1, EvidenceKind.Late), .. Met(2, 3)];

        Read(two).TwoOfLastFiveMissed.Should().BeTrue();
        Read([.. two, .. Met(9, 1)]).TwoOfLastFiveMissed.Should().BeFalse("the first of them is the sixth by now");
    }

    [Fact]
    public void Twice_late_of_late_is_a_habit()
    {
        Read([On(0, EvidenceKind.Late)]).LatenessHabit.Should().BeFalse();
        var habit = Standing.Fold([On(0, EvidenceKind.Late), On(1, EvidenceKind.PromiseLate)], Rules);
        ScoreReader.Read(habit, Cold, 0.5, Day + 1, Rules).LatenessHabit.Should().BeFalse("today's lateness does not multiply itself");
        ScoreReader.Read(habit, Cold, 0.5, Day + 2, Rules).LatenessHabit.Should().BeTrue();
        ScoreReader.Read(habit, Cold, 0.5, Day + 90, Rules).LatenessHabit.Should().BeFalse();
    }

    [Fact]
    public void Fewer_than_three_events_are_too_early_for_a_verdict()
    {
        Read(Met(0, 2)).TooEarly.Should().BeTrue();
        Read(Met(0, 3)).TooEarly.Should().BeFalse();
    }

    [Fact]
    public void A_grave_lie_breaks_a_relationship_for_a_year()
    {
        Evidence[] events = [.. Met(0, 40), On(40, EvidenceKind.Lie) with { Severity = 3 }];

        ClosedForm.Read(events, Cold, 0.5, Day + 400, Rules).Stage.Should().Be(Stage.Broken);
        ClosedForm.Read([.. events, .. Met(380, 40)], Cold, 0.5, Day + 420, Rules).Stage.Should().NotBe(Stage.Broken);
    }

    [Theory]
    [InlineData(EvidenceKind.Gossip, 2, 180, true)]
    [InlineData(EvidenceKind.Exaggeration, 2, 180, true)]
    [InlineData(EvidenceKind.Lie, 2, 180, true)]
    [InlineData(EvidenceKind.Lie, 2, 181, false)]
    [InlineData(EvidenceKind.Gossip, 1, 1, false)]
    public void A_breach_puts_a_relationship_at_risk_for_half_a_year(EvidenceKind kind, int severity, int days, bool atRisk)
    {
        Evidence[] events = [.. Met(-80, 80), On(0, kind) with { Severity = severity }, .. Met(days - 30, 30)];

        (ClosedForm.Read(events, Cold, 0.5, Day + days, Rules).Stage == Stage.AtRisk).Should().Be(atRisk);
    }

    [Theory]
    [InlineData(89, Stage.Credible)]
    [InlineData(90, Stage.Trusted)]
    public void Trust_takes_ninety_days(int days, Stage stage) => ClosedForm.Read(Met(0, 60), Cold, 0.5, Day + days, Rules).Stage.Should().Be(stage);

    [Fact]
    public void Two_misses_put_a_relationship_at_risk_and_one_does_not()
    {
        Read([On(0, EvidenceKind.Missed)]).Stage.Should().Be(Stage.Courtesy);
        Read([On(0, EvidenceKind.Missed), On(1, EvidenceKind.Missed)]).Stage.Should().Be(Stage.AtRisk);
    }

    [Fact]
    public void Nothing_but_broken_promises_break_a_relationship_without_any_lie() =>
        Read([.. Enumerable.Range(0, 4).Select(day => On(day, EvidenceKind.PromiseBroken))]).Stage.Should().Be(Stage.Broken);

    [Fact]
    public void The_ceiling_is_booked_on_the_lie_that_holds_and_let_go_on_it_too()
    {
        var (small, large) = (On(721, EvidenceKind.Lie) with { Severity = 1 }, On(728, EvidenceKind.Lie));
        Evidence[] events = [.. Enumerable.Range(0, 104).Select(week => On(7 * week, EvidenceKind.Met)), small, large];

        var lines = Chronicle.Of(events, Cold, 0.5, Day + 3_000, Rules, ScoreKind.Trust).Where(l => l.Kind == ChronicleKind.Ceiling).ToList();

        lines.Select(l => (l.Day, l.EvidenceId)).Should().Equal(
            (Day + 721, small.Id), (Day + 728, large.Id), (Day + 3_000, large.Id));
        lines.Sum(l => l.Points).Should().BeApproximately(0, 1e-9, "after years of silence nothing is left to hold");
    }

    [Fact]
    public void A_promise_the_clock_broke_before_all_else_is_the_first_event()
    {
        var standing = Standing.Fold([On(5, EvidenceKind.Met)], Rules).With([On(2, EvidenceKind.PromiseBroken)], Rules);

        (standing.FirstDay, standing.LastDay, standing.Judged).Should().Be((Day + 2, Day + 5, 2));
    }

    [Fact]
    public void A_lie_survives_the_way_through_json_and_is_replaced_when_it_changes()
    {
        var lie = On(0, EvidenceKind.Lie);
        var standing = Standing.Fold([lie, On(1, EvidenceKind.Met)], Rules);
        var stored = standing.Lies.ToList();

        standing.Apply(On(2, EvidenceKind.Apology) with { Ref = lie.Id }, default, Rules);
        standing.Apply(On(3, EvidenceKind.Met), default, Rules);

        stored.Should().ContainSingle().Which.KeptSince.Should().Be(0.5);
        standing.Lies.Should().ContainSingle().Which.KeptSince.Should().Be(1.5);
        JsonSerializer.Deserialize<List<Lie>>(JsonSerializer.Serialize(standing.Lies)).Should().Equal(standing.Lies);
    }

    [Fact]
    public void Bands_narrow_with_evidence()
    {
        var (few, many) = (Read(Met(0, 3)), Read(Met(0, 60)));

        many.HalfBandTrust.Should().BeLessThan(few.HalfBandTrust);
        many.HalfBandCredibility.Should().BeLessThan(few.HalfBandCredibility);
        few.HalfBandTrust.Should().BeApproximately(128.16 * Math.Sqrt(few.Trust / 100 * (1 - (few.Trust / 100)) / 13.99), 0.05);
    }

    [Theory]
    [InlineData(14)]
    [InlineData(60)]
    [InlineData(180)]
    [InlineData(365)]
    [InlineData(4095)]
    public void Fading_is_a_power_of_two_to_the_last_bits(int halfLife)
    {
        var fading = Fading.Of(halfLife);
        var reach = 900 * halfLife;
        foreach (var days in Enumerable.Range(-700, 1_401).Select(i => i * 19).Append(70_000).Append(-70_000).Where(d => Math.Abs(d) < reach))
            (fading.After(days) / Math.Pow(2, -(double)days / halfLife)).Should().BeApproximately(1, 1e-12);
    }

    private static Evidence On(int day, EvidenceKind kind) => new(Guid.NewGuid(), Day + day, kind);

    private static Evidence[] Met(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(day => On(day, EvidenceKind.Met))];

    private static Reading Read(Evidence[] events)
    {
        var day = events.Max(e => e.Day);
        var reading = ScoreReader.Read(Standing.Fold(events, Rules), Cold, 0.5, day, Rules);
        var closed = ClosedForm.Read(events, Cold, 0.5, day, Rules);
        (reading.TwoOfLastFiveMissed, reading.LatenessHabit, reading.TooEarly, reading.Stage)
            .Should().Be((closed.TwoOfLastFiveMissed, closed.LatenessHabit, closed.TooEarly, closed.Stage));
        return reading;
    }
}
