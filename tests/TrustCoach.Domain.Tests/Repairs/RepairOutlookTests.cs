using FluentAssertions;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Repairs;

public sealed class RepairOutlookTests
{
    private static readonly ScoringRules Rules = ScoringRules.Default;
    private static readonly Opening Cold = new(Climate.Cold, false);
    private static readonly int Today = new DateOnly(2026, 11, 23).DayNumber;
    private static readonly Evidence[] Weekly = [.. Enumerable.Range(1, 26).Select(i => new Evidence(Id(i), Today - (7 * i), EvidenceKind.Met))];

    [Fact]
    public void What_an_apology_would_give_back_is_what_it_then_gives_back()
    {
        var miss = new Evidence(Id(90), Today - 3, EvidenceKind.Missed);
        var before = Of(miss);
        var apology = new Evidence(Id(91), Today, EvidenceKind.Apology, Ref: miss.Id);
        var after = Of(miss, apology);

        before.InTime.Should().BeTrue();
        before.Until.Should().Be(DateOnly.FromDayNumber(Today + 11));
        var offered = before.Share(EvidenceKind.Apology);
        offered.Given.Should().BeNull();
        offered.Points.Credibility.Should().BeGreaterThan(0);
        after.Share(EvidenceKind.Apology).Should().Be(new RepairShare(DateOnly.FromDayNumber(Today), offered.Points));
        (after.Now.Credibility - before.Now.Credibility).Should().BeApproximately(offered.Points.Credibility, 1e-9);
        after.Cost.Credibility.Should().BeApproximately(before.Cost.Credibility - offered.Points.Credibility, 1e-9);
        before.Cost.Trust.Should().BeApproximately(
            ClosedForm.Read(Weekly, Cold, 0.5, Today, Rules).Trust - ClosedForm.Read([.. Weekly, miss], Cold, 0.5, Today, Rules).Trust, 1e-9);
    }

    [Fact]
    public void On_the_fifteenth_day_nothing_is_taken_off_any_more()
    {
        Of(new Evidence(Id(90), Today - 14, EvidenceKind.PromiseBroken)).Share(EvidenceKind.MakeGood).Points.Trust.Should().BeGreaterThan(0);
        var late = Of(new Evidence(Id(90), Today - 15, EvidenceKind.PromiseBroken));
        late.InTime.Should().BeFalse();
        late.Share(EvidenceKind.Apology).Points.Should().Be(default(ScorePoints));
        var given = Of(new Evidence(Id(90), Today - 15, EvidenceKind.Missed), new Evidence(Id(91), Today, EvidenceKind.Apology, Ref: Id(90)));
        given.Share(EvidenceKind.Apology).Points.Credibility.Should().BeApproximately(0, 1e-9, "it came too late to count");
    }

    [Fact]
    public void An_apology_gives_no_points_after_gossip_or_a_lie()
    {
        foreach (var kind in new[] { EvidenceKind.Gossip, EvidenceKind.Exaggeration, EvidenceKind.Lie })
        {
            var outlook = Of(new Evidence(Id(90), Today - 1, kind));
            outlook.Until.Should().BeNull();
            outlook.Share(EvidenceKind.Apology).Points.Should().Be(default(ScorePoints));
            outlook.Cost.Credibility.Should().BeGreaterThan(0);
        }
    }

    [Fact]
    public void Acknowledging_a_lie_opens_the_full_speed_of_its_ceiling()
    {
        var lie = new Evidence(Id(90), Today - 1, EvidenceKind.Lie, 2);
        var way = Of(lie).WayBack();
        way.Select(r => r.Kept).Should().Equal(RepairOutlook.Milestones);
        way[0].Ceiling.Should().Be(50);
        // scoring.md 4.3 with the rep's own word at 0.8: 50 + 35 (1 - 2^(-0.8 n / 12)), half of n while nobody has acknowledged it.
        way[3].Ceiling.Should().BeApproximately(50 + (35 * (1 - Math.Pow(2, -0.8))), 1e-9);
        way[3].CeilingUnacknowledged.Should().BeApproximately(50 + (35 * (1 - Math.Pow(2, -0.4))), 1e-9);

        var acknowledged = Of(lie, new Evidence(Id(91), Today, EvidenceKind.Apology, Ref: lie.Id)).WayBack();
        acknowledged.Should().OnlyContain(r => r.CeilingUnacknowledged == null);
        acknowledged.Select(r => r.Ceiling).Should().Equal(way.Select(r => r.Ceiling));
    }

    [Fact]
    public void The_way_back_is_the_closed_form_over_more_kept_encounters()
    {
        var miss = new Evidence(Id(90), Today - 3, EvidenceKind.Missed);
        Evidence[] kept = [.. Enumerable.Range(1, 3).Select(i => new Evidence(Guid.NewGuid(), Today + (7 * i), EvidenceKind.Met, Level: EvidenceLevel.SelfReported))];
        var read = ClosedForm.Read([.. Weekly, miss, .. kept], Cold, 0.5, Today + 21, Rules);
        Of(miss).WayBack()[1].Should().Match<WayBackRow>(r => Math.Abs(r.Credibility - read.Credibility) < 1e-9 && Math.Abs(r.Trust - read.Trust) < 1e-9 && r.Ceiling == 100);
    }

    [Fact]
    public void The_newest_fresh_breach_wants_repair_and_a_lie_until_it_is_acknowledged()
    {
        var old = new Evidence(Id(80), Today - 30, EvidenceKind.Missed);
        var fresh = new Evidence(Id(81), Today - 5, EvidenceKind.Late);
        var lie = new Evidence(Id(82), Today - 200, EvidenceKind.Lie);
        BreachToRepair.Of([.. Weekly, old], Today, Rules).Should().BeNull();
        BreachToRepair.Of([.. Weekly, old, fresh], Today, Rules).Should().Be(new BreachToRepair(fresh, DateOnly.FromDayNumber(Today + 9), false));
        BreachToRepair.Of([.. Weekly, fresh, lie], Today, Rules)!.Event.Should().Be(lie);
        var apology = new Evidence(Id(83), Today - 190, EvidenceKind.Apology, Ref: lie.Id);
        BreachToRepair.Of([.. Weekly, fresh, lie, apology], Today, Rules)!.Event.Should().Be(fresh);
    }

    private static RepairOutlook Of(Evidence breach, params Evidence[] more) => new([.. Weekly, breach, .. more], breach, Cold, 0.5, Today, Rules);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
