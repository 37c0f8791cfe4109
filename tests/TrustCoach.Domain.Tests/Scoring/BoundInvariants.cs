using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

/// <summary>How far and how fast scores can go: invariants 13 to 18, 20, 21, 26 and 27 of the scoring model.</summary>
public sealed class BoundInvariants
{
    private const double Hair = 1e-9;

    private static readonly ScoringRules Rules = ScoringRules.Default;

    [Fact] // 13
    public void Silence_moves_honest_scores_steadily_towards_the_start_and_never_across() => Histories.Always(Histories.Honest, (history, random) =>
    {
        var start = (history with { Events = [] }).Read();
        var later = Enumerable.Range(0, 6).Select(_ => history.AsOf + random.Next(3_000)).Order()
            .Select(day => (history with { AsOf = day }).Read()).Prepend(history.Read()).ToArray();

        foreach (var (sooner, then) in later.Zip(later.Skip(1)))
        {
            Closer(sooner.Credibility, then.Credibility, start.Credibility);
            Closer(sooner.Trust, then.Trust, start.Trust);
        }
    });

    [Fact] // 14
    public void After_very_long_silence_only_the_start_and_the_ceiling_are_left() => Histories.Always(Histories.Any, (history, _) =>
    {
        var start = (history with { Events = [] }).Read();
        var late = history with { AsOf = history.AsOf + 40_000 };

        foreach (var reading in new[] { late.Read(), Folded(late) })
        {
            reading.Credibility.Should().BeApproximately(start.Credibility, 1e-6);
            reading.Trust.Should().BeApproximately(Math.Min(start.Trust, reading.Ceiling), 1e-6);
        }
    });

    [Fact] // 15
    public void A_better_reputation_helps_by_a_known_bounded_amount() => Histories.Always(Histories.Any, (history, random) =>
    {
        var (none, all) = ((history with { Rho = 0 }).Read(), (history with { Rho = 1 }).Read());
        var better = (history with { Rho = history.Rho + ((1 - history.Rho) * random.NextDouble()) }).Read();
        var sums = history.Sums();

        better.Credibility.Should().BeGreaterThanOrEqualTo(history.Read().Credibility - Hair);
        better.Trust.Should().BeGreaterThanOrEqualTo(history.Read().Trust - Hair);
        (all.Credibility - none.Credibility).Should().BeApproximately(60 / (2 + sums.KeptC + (2 * sums.MissedC)), 1e-9)
            .And.BeLessThanOrEqualTo(30 + Hair);
        (all.RawTrust - none.RawTrust).Should().BeApproximately(200 / (10 + sums.KeptT + (3 * sums.MissedT)), 1e-9)
            .And.BeLessThanOrEqualTo(20 + Hair);
    });

    [Fact] // 16
    public void One_day_however_good_adds_at_most_one_and_a_half_encounters_of_trust() => Histories.Always(Histories.Any, (history, random) =>
    {
        var kept = Enumerable.Range(0, 1 + random.Next(60)).Select(_ => history.Today(Kept(random))).ToArray();
        var start = ScoreReader.Start(Rules.Trust, history.Rho, Rules.Climate.Shift(history.Opening));

        history.Read(kept).Trust.Should().BeLessThanOrEqualTo((100 * ((10 * start) + 1.5) / 11.5) + Hair);
        (history with { Opening = new(Climate.Cold, false), Rho = 0.5 }).Read(kept).Trust.Should().BeLessThan(30.44);
    });

    [Fact] // 17
    public void Fewer_than_nine_kept_days_cannot_earn_65_of_trust() => Histories.Always(Histories.Any, (history, random) =>
    {
        var days = Enumerable.Range(0, 8).Select(_ => history.AsOf - random.Next(30)).ToArray();
        var kept = Enumerable.Range(0, 200).Select(_ => history.Today(Kept(random)) with
        {
            Day = days[random.Next(8)],
            Level = (EvidenceLevel)random.Next(1, 4),
        });

        (history with { Opening = new(Climate.Cold, false), Rho = 0.5 }).Read(kept).Trust.Should().BeLessThan(65);
    });

    [Fact] // 18
    public void Three_kept_encounters_within_ten_days_are_credible_but_not_trusted() => Histories.Always(Histories.Any, (history, random) =>
    {
        var days = Enumerable.Range(0, 11).Shuffled(random).Take(3).Order().ToArray();
        var kept = days.Select(day => history.Today(random.Next(2) == 0 ? EvidenceKind.Met : EvidenceKind.PromiseKept) with
        {
            Day = history.AsOf - days[^1] + day,
            Level = (EvidenceLevel)random.Next(1, 3),
        });

        var reading = (history with { Opening = new(Climate.Cold, false), Rho = 0.5 }).Read(kept);

        reading.Credibility.Should().BeGreaterThanOrEqualTo(70);
        reading.Trust.Should().BeLessThan(40);
        reading.Stage.Should().Be(Stage.Credible);
    });

    [Fact] // 20
    public void A_lie_holds_trust_down_that_day_and_for_ever() => Histories.Always(Histories.Any, (history, random) =>
    {
        var lie = history.Today(EvidenceKind.Lie, random.Next(1, 4));
        var lied = history.With(lie);
        var kept = Enumerable.Range(1, 300).Select(i => new Evidence(Guid.NewGuid(), lie.Day + (7 * i), EvidenceKind.Exceeded));
        var sorry = new Evidence(Guid.NewGuid(), lie.Day, EvidenceKind.Apology, 2, lie.Id);
        var years = lied.With([.. kept, sorry]) with { AsOf = lie.Day + 2_100 };

        foreach (var reading in new[] { lied.Read(), Folded(lied) })
            reading.Trust.Should().BeLessThanOrEqualTo(Rules.Ceiling.AtOnce[lie.Severity] + Hair);
        foreach (var reading in new[] { years.Read(), Folded(years) })
            reading.Trust.Should().BeLessThanOrEqualTo(Rules.Ceiling.AtMost[lie.Severity] + Hair);
    });

    [Fact] // 21
    public void Only_kept_events_lift_the_ceiling_and_only_lies_lower_it() => Histories.Always(Histories.Any, (history, random) =>
    {
        var ceiling = history.Read().Ceiling;
        double After(EvidenceKind kind)
        {
            var later = history with { AsOf = history.AsOf + random.Next(1, 500) };
            return Folded(later.With(later.Today(kind, random.Next(1, 4)))).Ceiling;
        }

        Folded(history with { AsOf = history.AsOf + random.Next(5_000) }).Ceiling.Should().BeApproximately(ceiling, Hair);
        After(Kept(random)).Should().BeGreaterThanOrEqualTo(ceiling - Hair);
        After(EvidenceKind.Lie).Should().BeLessThanOrEqualTo(ceiling + Hair);
        foreach (var kind in new[] { EvidenceKind.Missed, EvidenceKind.Late, EvidenceKind.PromiseBroken, EvidenceKind.Gossip })
            After(kind).Should().BeApproximately(ceiling, Hair);
    });

    [Fact] // 26
    public void A_roll_up_lies_between_the_team_and_the_relationships() => Histories.Always(Histories.Any, (_, random) =>
    {
        var all = Enumerable.Range(0, random.Next(6)).Select(_ => (Points: 100 * random.NextDouble(), Confidence: random.NextDouble())).ToArray();
        var rolled = all.Aggregate(new RollUp(), (sum, one) => sum.Plus(one.Points, one.Confidence));
        var team = 100 * random.NextDouble();

        var rep = rolled.Rep(team, Rules);

        rep.Should().BeInRange(all.Select(a => a.Points).Append(team).Min() - Hair, all.Select(a => a.Points).Append(team).Max() + Hair);
        rolled.Plus(rep, random.NextDouble()).Rep(team, Rules).Should().BeApproximately(rep, Hair);
        new RollUp().Rep(team, Rules).Should().BeApproximately(team, Hair);
    });

    [Fact] // 27
    public void Reciprocity_turns_its_sign_with_the_sides_and_touches_neither_score() => Histories.Always(Histories.Any, (history, random) =>
    {
        var favours = Enumerable.Range(0, random.Next(12))
            .Select(_ => new Favour(Guid.NewGuid(), history.AsOf - random.Next(700), random.Next(2) == 0, random.Next(1, 4))).ToArray();
        var (standing, mirror) = (Standing.Fold(history.Events, Rules), Standing.Fold(history.Events, Rules));
        var before = ScoreReader.Read(standing, history.Opening, history.Rho, history.AsOf, Rules);

        foreach (var favour in favours)
            standing.ApplyFavour(favour, Rules);
        mirror.RefoldFavours(Array.ConvertAll(favours, f => f with { Given = !f.Given }), Rules);

        var (beta, turned) = (Reciprocity.Of(standing, history.AsOf, Rules).Beta, Reciprocity.Of(mirror, history.AsOf, Rules).Beta);
        beta.Should().BeApproximately(-turned, Hair).And.BeInRange(-0.999999, 0.999999);
        ScoreReader.Read(standing, history.Opening, history.Rho, history.AsOf, Rules).Should().Be(before);
    });

    private static EvidenceKind Kept(Random random) =>
        random.Next(2) == 0 ? EvidenceKind.Met : EvidenceKind.PromiseExceeded;

    private static Reading Folded(MadeUp history) =>
        ScoreReader.Read(Standing.Fold(history.Events, Rules), history.Opening, history.Rho, history.AsOf, Rules);

    private static void Closer(double sooner, double later, double start)
    {
        Math.Abs(later - start).Should().BeLessThanOrEqualTo(Math.Abs(sooner - start) + Hair);
        ((later - start) * (sooner - start)).Should().BeGreaterThanOrEqualTo(-Hair);
    }
}
