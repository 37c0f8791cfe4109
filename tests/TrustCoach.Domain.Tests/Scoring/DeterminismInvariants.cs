using System.Text.Json;
using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

/// <summary>A score is a function of the set of events up to a day: invariants 1 to 8 and 28 of the scoring model.</summary>
public sealed class DeterminismInvariants
{
    private static readonly ScoringRules Rules = ScoringRules.Default;

    [Fact] // 1
    public void Scores_stay_strictly_between_0_and_100_and_confidence_below_1() => Histories.Always(Histories.Any, (history, _) =>
    {
        var reading = history.Read();

        reading.Credibility.Should().BeGreaterThan(0).And.BeLessThan(100);
        reading.Trust.Should().BeGreaterThan(0).And.BeLessThan(100);
        reading.Confidence.Should().BeInRange(0, 0.999999999);
    });

    [Fact] // 2
    public void Arrival_order_does_not_change_a_single_bit() => Histories.Always(Histories.Any, (history, random) =>
    {
        var other = history with { Events = history.Events.Shuffled(random) };

        Stored(other.Events).Should().Be(Stored(history.Events));
        other.Sums().Should().Be(history.Sums());
    });

    [Fact] // 2
    public void Ids_and_so_the_order_within_a_day_do_not_matter() =>
        Histories.Always(Histories.Without(EvidenceKind.PromiseRenegotiated), (history, random) =>
        {
            var ids = history.Events.Select(e => e.Id).ToArray();
            var renamed = ids.Zip(ids.Shuffled(random)).ToDictionary(p => p.First, p => p.Second);
            var other = Array.ConvertAll(history.Events, e =>
                e with { Id = renamed[e.Id], Ref = e.Ref is { } id && renamed.TryGetValue(id, out var to) ? to : e.Ref });

            Near(Standing.Fold(other, Rules), Standing.Fold(history.Events, Rules), history.AsOf);
        });

    [Fact] // 3
    public void An_event_that_comes_twice_counts_once() => Histories.Always(Histories.Any, (history, random) =>
    {
        var twice = history.Events.Concat(history.Events.Where(_ => random.Next(2) == 0)).Shuffled(random);

        Stored(twice).Should().Be(Stored(history.Events));
        ClosedForm.Sums(twice, history.AsOf, Rules).Should().Be(history.Sums());
    });

    [Fact] // 4
    public void Moving_all_days_changes_nothing() => Histories.Always(Histories.Any, (history, random) =>
    {
        var days = random.Next(-9_000, 9_000);
        var moved = Array.ConvertAll(history.Events, e => e with { Day = e.Day + days });
        var fold = ScoreReader.Read(Standing.Fold(moved, Rules), history.Opening, history.Rho, history.AsOf + days, Rules);

        Same(ClosedForm.Read(moved, history.Opening, history.Rho, history.AsOf + days, Rules), history.Read(), 0);
        Same(fold, history.Read(), 1e-8);
    });

    [Fact] // 5
    public void What_happens_later_does_not_change_the_score_of_a_day() => Histories.Always(Histories.Any, (history, random) =>
    {
        var day = history.AsOf - random.Next(60);
        var known = history.Events.Where(e => e.Day <= day).ToArray();
        var before = ClosedForm.Read(known, history.Opening, history.Rho, day, Rules);

        ClosedForm.Read(history.Events, history.Opening, history.Rho, day, Rules).Should().Be(before);
        Same(History.Points(history.Events, history.Opening, history.Rho, [day, history.AsOf], Rules)[0].Reading, before, 1e-8);
        Chronicle.Of(history.Events, history.Opening, history.Rho, day, Rules, ScoreKind.Trust).Should()
            .Equal(Chronicle.Of(known, history.Opening, history.Rho, day, Rules, ScoreKind.Trust));
    });

    [Fact] // 6
    public void The_fold_equals_event_by_event_equals_the_closed_form() => Histories.Always(Histories.Any, (history, random) =>
    {
        var units = new EvidenceUnits[history.Events.Length];
        var fold = Standing.Fold(history.Events, Rules, units);
        var steps = Incremental.Apply(history.Events.Shuffled(random), Rules);

        Near(steps, fold, history.AsOf);
        Near(fold.On(history.AsOf, Rules), history.Sums());
        Near(TraitsOf(fold, history.AsOf), ClosedForm.Traits(history.Events, history.AsOf, Rules));
        units.Sum(u => u.Missed > 0 || u.Kept > 0 ? 1 : 0).Should().Be(fold.Judged);
    });

    [Fact] // 6
    public void A_pass_over_many_days_equals_the_closed_form_on_each() => Histories.Always(Histories.Any, (history, random) =>
    {
        var days = Enumerable.Range(0, 8).Select(_ => Histories.FirstDay + random.Next(1_600)).Order().ToArray();

        foreach (var (day, reading) in History.Points(history.Events, history.Opening, history.Rho, days, Rules))
            Same(reading, ClosedForm.Read(history.Events, history.Opening, history.Rho, day, Rules), 1e-8);
    });

    [Fact] // 7
    public void The_lines_of_the_chronicle_add_up_to_the_score() => Histories.Always(Histories.Any, (history, _) =>
    {
        var reading = history.Read();

        Lines(history, ScoreKind.Credibility).Sum(l => l.Points).Should().BeApproximately(reading.Credibility, 1e-8);
        Lines(history, ScoreKind.Trust).Sum(l => l.Points).Should().BeApproximately(reading.Trust, 1e-8);
    });

    [Fact] // 7
    public void They_add_up_while_the_ceiling_holds_and_a_lie_is_acknowledged() => Histories.Always(Histories.Any, (history, random) =>
    {
        var before = Enumerable.Range(1, 150).Select(day => new Evidence(Guid.NewGuid(), history.AsOf - (2 * day), EvidenceKind.Exceeded));
        var lie = history.Today(EvidenceKind.Lie, 3);
        var sorry = history.Today(EvidenceKind.Apology) with { Ref = lie.Id, Day = lie.Day + random.Next(9) };
        var after = Enumerable.Range(1, 9).Select(day => history.Today(EvidenceKind.Met) with { Day = lie.Day + day });
        var held = history with { Events = [.. before, lie, sorry, .. after], AsOf = lie.Day + 9 };

        held.Read().Trust.Should().BeLessThan(held.Read().RawTrust);
        Lines(held, ScoreKind.Trust).Sum(l => l.Points).Should().BeApproximately(held.Read().Trust, 1e-8);
        Near(Standing.Fold(held.Events, Rules).On(held.AsOf, Rules), held.Sums());
    });

    [Fact] // 8
    public void Lines_do_not_depend_on_arrival_order_and_have_the_sign_of_their_event() => Histories.Always(Histories.Any, (history, random) =>
    {
        foreach (var kind in Enum.GetValues<ScoreKind>())
        {
            var lines = Lines(history, kind);

            Lines(history with { Events = history.Events.Shuffled(random) }, kind).Should().Equal(lines);
            var points = lines.Where(l => l.Kind == ChronicleKind.Event).ToDictionary(l => l.EvidenceId!.Value, l => l.Points);
            var units = new EvidenceUnits[history.Events.Length];
            Standing.Fold(history.Events, Rules, units);
            history.Events.Zip(units).All(e => e.Second.Missed > 0 ? points[e.First.Id] <= 0 : points[e.First.Id] >= 0).Should().BeTrue();
        }
    });

    [Fact] // 28
    public void Another_relationship_touches_this_one_only_through_the_reputation_and_moves_that_by_at_most_8_of_12() =>
        Histories.Always(Histories.Any, (other, random) =>
        {
            var rest = Enumerable.Range(0, random.Next(4))
                .Aggregate(new Reputation(), (all, _) => all.Plus(new Outcomes(20 * random.NextDouble(), 20 * random.NextDouble()), Rules));
            var team = random.NextDouble();
            var outcomes = Outcomes.Of(Standing.Fold(other.Events, Rules), other.AsOf, Rules);

            var moved = rest.Plus(outcomes, Rules).Rho(team, Rules) - rest.Rho(team, Rules);

            Math.Abs(moved).Should().BeLessThanOrEqualTo(8 / 12.0);
            rest.Plus(outcomes, Rules).Minus(outcomes, Rules).Rho(team, Rules).Should().BeApproximately(rest.Rho(team, Rules), 1e-9);
        });

    private static IReadOnlyList<ChronicleLine> Lines(MadeUp history, ScoreKind kind) =>
        Chronicle.Of(history.Events, history.Opening, history.Rho, history.AsOf, Rules, kind);

    private static string Stored(Evidence[] events) => JsonSerializer.Serialize(Standing.Fold(events, Rules));

    private static TraitSums[] TraitsOf(Standing standing, int day) =>
        Array.ConvertAll(Enum.GetValues<Trait>(), t => TraitSums.Of(standing, t, day, Rules));

    private static void Near(TraitSums[] actual, TraitSums[] expected)
    {
        foreach (var (one, other) in actual.Zip(expected))
        {
            one.Kept.Should().BeApproximately(other.Kept, 1e-8);
            one.Missed.Should().BeApproximately(other.Missed, 1e-8);
            one.Events.Should().Be(other.Events);
        }
    }

    private static void Near(Standing actual, Standing expected, int day)
    {
        Near(actual.On(day, Rules), expected.On(day, Rules));
        Near(TraitsOf(actual, day), TraitsOf(expected, day));
        actual.EncountersUntilCredible.Should().Be(expected.EncountersUntilCredible);
        actual.CredibleDay.Should().Be(expected.CredibleDay);
        actual.LastDay.Should().Be(expected.LastDay);
        actual.RecentOutcomes.Should().Be(expected.RecentOutcomes);
        actual.Lies.Select(l => (l.Day, l.Severity, l.AcknowledgedDay)).Should()
            .BeEquivalentTo(expected.Lies.Select(l => (l.Day, l.Severity, l.AcknowledgedDay)));
    }

    private static void Near(Sums actual, Sums expected)
    {
        foreach (var property in typeof(Sums).GetProperties())
        {
            var (one, other) = (property.GetValue(actual), property.GetValue(expected));
            if (one is double number)
                number.Should().BeApproximately((double)other!, 1e-8, property.Name);
            else
                one.Should().Be(other, property.Name);
        }
    }

    private static void Same(Reading actual, Reading expected, double precision)
    {
        foreach (var property in typeof(Reading).GetProperties())
        {
            var (one, other) = (property.GetValue(actual), property.GetValue(expected));
            if (one is double number)
                number.Should().BeApproximately((double)other!, precision, property.Name);
            else
                one.Should().Be(other, property.Name);
        }
    }
}
