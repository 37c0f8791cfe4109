using FluentAssertions;
using TrustCoach.Domain.Coaching;
using Xunit;

namespace TrustCoach.Domain.Tests.Coaching;

public sealed class CoachingHintsTests
{
    private static readonly DateOnly Today = new(2026, 9, 2);
    private static readonly DateOnly Monday = new(2026, 8, 31);

    private static RepSigns ARep(string name = "Theo Marsh") => new(Guid.NewGuid(), name, 90) { Relationships = 4, LastTouch = Monday };

    private static Happened Times(int times, int before = 0) => new(times, before, Monday);

    public static TheoryData<CoachingRule, string, RepSigns> Examples => new()
    {
        { CoachingRule.Lie, "Facts were distorted once in 90 days.", ARep() with { Lies = Times(1) } },
        { CoachingRule.Gossip, "Spoke ill of others twice in 90 days.", ARep() with { Gossip = Times(2) } },
        { CoachingRule.Exaggeration, "Overstated something 3 times in 90 days.", ARep() with { Exaggeration = Times(3) } },
        { CoachingRule.FellToRisk, "1 relationship that was credible fell to at risk in 90 days.", ARep() with { Fallen = Times(1) } },
        { CoachingRule.PromisesBroken, "4 promises broken in 90 days, 1 in the 90 days before.", ARep() with { PromisesBroken = Times(4, 1) } },
        { CoachingRule.LatenessHabit, "Lateness is becoming a habit with 2 customers.", ARep() with { LatenessHabits = Times(2) } },
        { CoachingRule.TwoOfLastFiveMissed, "Two or more of the last five expectations were missed with 2 customers.", ARep() with { TwoOfLastFive = Times(2) } },
        { CoachingRule.OverduePilingUp, "3 promises are past their date and still open.", ARep() with { Overdue = 3 } },
        { CoachingRule.Silence, "No touchpoint logged since 10 August.", ARep() with { LastTouch = new DateOnly(2026, 8, 10) } },
        { CoachingRule.Silence, "No touchpoint logged for 180 days or longer.", ARep() with { LastTouch = null } },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Each_rule_says_why_with_its_counts_and_one_thing_to_do(CoachingRule rule, string reason, RepSigns rep)
    {
        var hint = CoachingHints.First(rep, Today)!;
        (hint.Rule, hint.Reason).Should().Be((rule, reason));
        hint.Action.Should().EndWith(".");
    }

    [Fact]
    public void Nothing_stands_out_with_a_steady_rep()
    {
        CoachingHints.First(ARep() with { PromisesBroken = Times(2, 2), TwoOfLastFive = Times(1), Overdue = 2, LastTouch = new DateOnly(2026, 8, 12) }, Today).Should().BeNull();
        CoachingHints.First(ARep() with { Relationships = 0, LastTouch = null }, Today).Should().BeNull("who has no customers has nobody to meet");
    }

    [Fact]
    public void A_rep_has_one_row_the_gravest()
    {
        var rep = ARep() with { Lies = Times(1), PromisesBroken = Times(9), Overdue = 8 };
        CoachingHints.For([rep], Today).Should().ContainSingle().Which.Rule.Should().Be(CoachingRule.Lie);
    }

    [Fact]
    public void The_gravest_comes_first_then_the_most_recent_and_never_more_than_five()
    {
        var late = ARep("Late") with { LatenessHabits = Times(1) };
        var older = ARep("Older lie") with { Lies = new Happened(5, 0, Monday.AddDays(-21)) };
        var newer = ARep("Newer lie") with { Lies = new Happened(1, 0, Monday) };
        CoachingHints.For([late, older, newer], Today).Select(h => h.Name).Should().Equal("Newer lie", "Older lie", "Late");
        CoachingHints.For(Enumerable.Range(0, 9).Select(i => ARep($"Rep {i}") with { Overdue = 5 }), Today).Should().HaveCount(CoachingHints.Most);
    }
}
