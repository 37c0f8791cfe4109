using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

/// <summary>What takes a score apart says the same as the score, for any history.</summary>
public sealed class ExplanationProperties
{
    private static readonly ScoringRules Rules = ScoringRules.Default;
    private static readonly ScoreKind[] Both = [ScoreKind.Credibility, ScoreKind.Trust];

    [Fact]
    public void The_weights_of_the_events_add_up_to_the_sums_of_both_scores() => Histories.Always(Histories.Any, (made, _) =>
    {
        var sums = made.Sums();
        foreach (var kind in Both)
        {
            var weights = EventWeight.Of(made.Events, made.AsOf, Rules, kind).Values;
            var (kept, missed) = kind == ScoreKind.Trust ? (sums.KeptT, sums.MissedT) : (sums.KeptC, sums.MissedC);
            weights.Sum(w => w.KeptNow).Should().BeApproximately(kept, 1e-8);
            weights.Sum(w => w.MissedNow).Should().BeApproximately(missed, 1e-8);
        }
    });

    [Fact]
    public void The_fraction_gives_the_score_before_the_ceiling() => Histories.Always(Histories.Any, (made, _) =>
    {
        var (sums, reading) = (made.Sums(), made.Read());
        ScoreSum.Of(sums, made.Opening, made.Rho, Rules, ScoreKind.Credibility).Points.Should().BeApproximately(reading.Credibility, 1e-9);
        ScoreSum.Of(sums, made.Opening, made.Rho, Rules, ScoreKind.Trust).Points.Should().BeApproximately(reading.RawTrust, 1e-9);
    });

    [Fact]
    public void The_parts_of_the_start_add_up_to_it() => Histories.Always(Histories.Any, (made, _) =>
    {
        var start = StartPart.Of(made.Opening, made.Rho, Rules);
        var line = Chronicle.Of(made.Events, made.Opening, made.Rho, made.AsOf, Rules, ScoreKind.Trust)[0];
        start.Sum(p => p.Trust).Should().BeApproximately(line.Points, 1e-9);
    });

    [Fact]
    public void Without_an_event_is_what_the_closed_form_says_without_it() => Histories.Always(Histories.Any, (made, _) =>
    {
        var ids = made.Events.Select(e => e.Id).Take(8).ToList();
        foreach (var (id, reading) in Counterfactual.Without(ids, made.Events, made.Opening, made.Rho, made.AsOf, Rules))
        {
            var closed = ClosedForm.Without(id, made.Events, made.Opening, made.Rho, made.AsOf, Rules);
            reading.Credibility.Should().BeApproximately(closed.Credibility, 1e-8);
            reading.Trust.Should().BeApproximately(closed.Trust, 1e-8);
        }
    });

    [Fact]
    public void A_chronicle_split_at_any_day_adds_up_before_and_after() => Histories.Always(Histories.Any, (made, _) =>
    {
        var split = made.AsOf - 40;
        foreach (var kind in Both)
        {
            var lines = Chronicle.Of(made.Events, made.Opening, made.Rho, made.AsOf, Rules, kind, split);
            var then = ClosedForm.Read(made.Events, made.Opening, made.Rho, split, Rules);
            var now = made.Read();
            var (before, after) = kind == ScoreKind.Trust ? (then.Trust, now.Trust) : (then.Credibility, now.Credibility);
            lines.Where(l => l.Day is null || l.Day <= split).Sum(l => l.Points).Should().BeApproximately(before, 1e-8);
            lines.Sum(l => l.Points).Should().BeApproximately(after, 1e-8);
        }
    });

    [Fact]
    public void The_lines_of_a_change_add_up_to_it() => Histories.Always(Histories.Any, (made, _) =>
    {
        var then = made.AsOf - 30;
        var known = made.Events.Where((_, i) => i % 4 != 0).ToArray();
        var before = new Moment(known, 0.3, then, Rules with { GraceDays = 9, DayCap = 2 });
        var again = new Moment(made.Events, 0.4, then, Rules);
        var now = new Moment(made.Events, 0.7, made.AsOf, Rules);
        foreach (var kind in Both)
        {
            var change = ScoreChange.Of(before, again, now, made.Opening, kind);
            change.Lines.Sum(l => l.Points).Should().BeApproximately(change.After - change.Before, 1e-8);
        }
    });

    [Fact]
    public void Every_page_of_an_account_adds_up_to_the_score() => Histories.Always(Histories.Any, (made, _) =>
    {
        var reading = made.Read();
        var credibility = Chronicle.Of(made.Events, made.Opening, made.Rho, made.AsOf, Rules, ScoreKind.Credibility);
        var trust = Chronicle.Of(made.Events, made.Opening, made.Rho, made.AsOf, Rules, ScoreKind.Trust);
        var start = StartPart.Of(made.Opening, made.Rho, Rules);
        var events = trust.Count(l => l.Kind == ChronicleKind.Event);
        var seen = new List<Guid>();
        for (var skip = 0; skip < Math.Max(events, 1); skip += 3)
        {
            var lines = ScoreAccount.Of(credibility, trust, reading, 3, skip, start);
            lines.Sum(l => l.Credibility).Should().BeApproximately(Math.Round(reading.Credibility, 1, MidpointRounding.AwayFromZero), 1e-6);
            lines.Sum(l => l.Trust).Should().BeApproximately(Math.Round(reading.Trust, 1, MidpointRounding.AwayFromZero), 1e-6);
            seen.AddRange(lines.Where(l => l.Kind == AccountKind.Event).Select(l => l.EvidenceId!.Value));
        }

        seen.Should().OnlyHaveUniqueItems().And.HaveCount(events);
    });
}
