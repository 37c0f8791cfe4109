using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

/// <summary>Which way each event moves the scores: invariants 9 to 12, 19, 22 to 25 of the scoring model.</summary>
public sealed class DirectionInvariants
{
    private const double Hair = 1e-9;

    private static readonly ScoringRules Rules = ScoringRules.Default;

    private static readonly EvidenceKind[] Keeping =
        [EvidenceKind.Met, EvidenceKind.Exceeded, EvidenceKind.PromiseKept, EvidenceKind.PromiseExceeded];

    private static readonly EvidenceKind[] Missing =
    [
        EvidenceKind.Missed, EvidenceKind.PromiseLate, EvidenceKind.PromiseBroken, EvidenceKind.Late,
        EvidenceKind.Gossip, EvidenceKind.Exaggeration, EvidenceKind.Lie,
    ];

    [Fact] // 9
    public void A_kept_event_on_any_day_never_lowers_a_score() => Histories.Always(Histories.Any, (history, random) =>
    {
        var (before, after) = (history.Read(), history.With(Somewhere(history, Keeping, random)).Read());

        after.Credibility.Should().BeGreaterThanOrEqualTo(before.Credibility - Hair);
        after.Trust.Should().BeGreaterThanOrEqualTo(before.Trust - Hair);
    });

    [Fact] // 10
    public void A_miss_a_lateness_or_a_breaker_on_any_day_never_raises_a_score() => Histories.Always(Histories.Any, (history, random) =>
    {
        var (before, after) = (history.Read(), history.With(Somewhere(history, Missing, random)).Read());

        after.Credibility.Should().BeLessThanOrEqualTo(before.Credibility + Hair);
        after.Trust.Should().BeLessThanOrEqualTo(before.Trust + Hair);
    });

    [Fact] // 11
    public void A_higher_severity_never_gives_a_higher_score() => Histories.Always(Histories.Any, (history, random) =>
    {
        var worse = history.Read(history.Events.Select(e =>
            random.Next(3) == 0 && e.Severity < 3 ? e with { Severity = e.Severity + 1 } : e));

        worse.Credibility.Should().BeLessThanOrEqualTo(history.Read().Credibility + Hair);
        worse.Trust.Should().BeLessThanOrEqualTo(history.Read().Trust + Hair);
    });

    [Fact] // 12
    public void On_the_day_itself_exceeded_is_no_worse_than_kept_than_renegotiated_than_late_than_broken() =>
        Histories.Always(Histories.Any, (history, _) =>
        {
            var readings = new[]
            {
                EvidenceKind.PromiseExceeded, EvidenceKind.PromiseKept, EvidenceKind.PromiseRenegotiated,
                EvidenceKind.PromiseLate, EvidenceKind.PromiseBroken,
            }.Select(kind => history.With(history.Today(kind)).Read()).ToArray();

            foreach (var (better, worse) in readings.Zip(readings.Skip(1)))
            {
                better.Credibility.Should().BeGreaterThanOrEqualTo(worse.Credibility - Hair);
                better.Trust.Should().BeGreaterThanOrEqualTo(worse.Trust - Hair);
            }
        });

    [Fact] // 19
    public void A_miss_costs_what_the_loss_ratio_says() => Histories.Always(Histories.Any, (history, _) =>
    {
        history = history with { AsOf = history.AsOf + 1 };
        var now = history.Read();
        var kept = history.With(history.Today(EvidenceKind.Met)).Read();
        var missed = history.With(history.Today(EvidenceKind.Missed)).Read();
        var sums = history.Sums();

        Ratio(now.Credibility, kept.Credibility, missed.Credibility, Rules.Credibility, sums.KeptC, sums.MissedC);
        Ratio(now.RawTrust, kept.RawTrust, missed.RawTrust, Rules.Trust, sums.KeptT, sums.MissedT);
    });

    [Fact] // 22
    public void A_repaired_miss_lies_between_a_miss_and_none() => Histories.Always(Histories.Any, (history, random) =>
    {
        var miss = Somewhere(history, [EvidenceKind.Missed, EvidenceKind.PromiseBroken, EvidenceKind.Late], random);
        Evidence Repair(EvidenceKind kind, int after) => new(Guid.NewGuid(), miss.Day + after, kind, 2, miss.Id);
        var missed = history.With(miss) with { AsOf = history.AsOf + 30 };
        var repaired = missed.With(Repair(EvidenceKind.Apology, random.Next(15)), Repair(EvidenceKind.MakeGood, random.Next(15)));
        var none = history with { AsOf = history.AsOf + 30 };

        repaired.Read().Credibility.Should().BeInRange(missed.Read().Credibility - Hair, none.Read().Credibility + Hair);
        repaired.Read().RawTrust.Should().BeInRange(missed.Read().RawTrust - Hair, none.Read().RawTrust + Hair);
        repaired.With(Repair(EvidenceKind.Apology, 14)).Read().Should().Be(repaired.Read());
        missed.With(Repair(EvidenceKind.Apology, 15)).Read().Should().Be(missed.Read());
    });

    [Fact] // 23
    public void A_repair_of_gossip_or_a_lie_leaves_all_evidence_unchanged() => Histories.Always(Histories.Any, (history, random) =>
    {
        var breach = Somewhere(history, [EvidenceKind.Gossip, EvidenceKind.Exaggeration, EvidenceKind.Lie], random);
        var with = history.With(breach);
        var repaired = with.With(
            new Evidence(Guid.NewGuid(), breach.Day + random.Next(9), EvidenceKind.Apology, 2, breach.Id),
            new Evidence(Guid.NewGuid(), breach.Day + random.Next(9), EvidenceKind.MakeGood, 2, breach.Id));

        var expected = with.Sums();
        if (breach.Kind == EvidenceKind.Lie)
            repaired.Sums().Ceiling.Should().BeGreaterThanOrEqualTo(expected.Ceiling);
        else
            repaired.Sums().Ceiling.Should().Be(expected.Ceiling);
        (repaired.Sums() with { Ceiling = 0 }).Should().Be(expected with { Ceiling = 0 });
        ClosedForm.Traits(repaired.Events, history.AsOf, Rules).Should().Equal(ClosedForm.Traits(with.Events, history.AsOf, Rules));
    });

    [Fact] // 24
    public void Lateness_counts_once_the_first_time_and_up_to_four_times_by_earlier_days_only() =>
        Histories.Always(Histories.Any, (history, random) =>
        {
            var late = history.Events.Where(e => Units.IsLate(e.Kind)).OrderBy(e => e.Day).ToArray();
            foreach (var (e, index) in late.Select((e, i) => (e, i)))
            {
                var multiplier = Multiplier(history.Events, e);

                multiplier.Should().BeInRange(1, 4);
                var near = late.Any(other => other.Day < e.Day && e.Day - other.Day <= 30);
                if (near)
                    multiplier.Should().BeGreaterThan(1.5);
                if (late.All(other => other.Day >= e.Day))
                    multiplier.Should().Be(1);
                Multiplier([.. history.Events.Where(o => o.Day < e.Day), e], e).Should().Be(multiplier);
            }
        });

    [Fact] // 25
    public void Confidence_never_falls_by_an_event_and_never_rises_by_waiting() => Histories.Always(Histories.Any, (history, random) =>
    {
        var confidence = history.Read().Confidence;

        history.With(Somewhere(history, Enum.GetValues<EvidenceKind>(), random)).Read().Confidence.Should().BeGreaterThanOrEqualTo(confidence);
        (history with { AsOf = history.AsOf + random.Next(400) }).Read().Confidence.Should().BeLessThanOrEqualTo(confidence);
    });

    private static Evidence Somewhere(MadeUp history, EvidenceKind[] kinds, Random random) => new(
        Guid.NewGuid(),
        history.AsOf - random.Next(Math.Max(1, history.AsOf - Histories.FirstDay)),
        kinds[random.Next(kinds.Length)],
        random.Next(1, 4),
        Guid.NewGuid(),
        (EvidenceLevel)random.Next(1, 4),
        random.Next(2) == 0);

    private static double Multiplier(Evidence[] events, Evidence late)
    {
        var units = new EvidenceUnits[events.Length];
        Standing.Fold(events, Rules, units);
        var missed = units[Array.FindIndex(events, e => e.Id == late.Id)].Missed;
        return missed / Rules.Units.Late / (late.OwnedUp ? 1 - Rules.Repair.OwnedUp : 1);
    }

    private static void Ratio(double score, double kept, double missed, ScoreRules rules, double g, double b)
    {
        var weight = rules.Prior + g + (rules.LossRatio * b);
        var share = score / 100;
        var expected = rules.LossRatio * share / (1 - share) * (weight + 1) / (weight + rules.LossRatio);

        ((score - missed) / (kept - score)).Should().BeApproximately(expected, 1e-8 * Math.Max(1, expected) / (kept - score));
    }
}
