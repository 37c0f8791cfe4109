using FluentAssertions;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Touchpoints;
using Xunit;

namespace TrustCoach.Domain.Tests.Practice;

public sealed class RadarTests
{
    private const CloseCallKind Late = CloseCallKind.NearlyLate;

    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Dictionary<CloseCallKind, int> NoneBroken = [];

    [Fact]
    public void Three_of_a_kind_in_thirty_days_are_a_pattern_said_in_one_sentence()
    {
        var line = Line([new(Late, Today, "Nordbyg"), new(Late, Today.AddDays(-29), "Nordbyg"), new(Late, Today.AddDays(-3))]);
        (line.State, line.Count).Should().Be((RadarState.Pattern, 3));
        line.Sentence.Should().Be("Three close calls with time in 30 days, two with Nordbyg. Late events: none yet.");
    }

    [Fact]
    public void The_thirty_first_day_counts_no_more_and_two_are_watched()
    {
        var line = Line([new(Late, Today), new(Late, Today.AddDays(-1)), new(Late, Today.AddDays(-30))], new() { [Late] = 2 });
        line.State.Should().Be(RadarState.Watch);
        line.Sentence.Should().Be("Two close calls with time in 30 days. Late events: two.");
    }

    [Fact]
    public void One_or_of_different_kinds_repeat_nothing() =>
        Radar.Of([new(Late, Today), new(CloseCallKind.NearlyForgot, Today), new(CloseCallKind.NearlyBentAFact, Today)], NoneBroken, Today).Repeating.Should().BeEmpty();

    [Fact]
    public void All_with_one_customer_is_said_so() =>
        Line([new(Late, Today, "Nordbyg"), new(Late, Today, "Nordbyg")]).Sentence.Should().StartWith("Two close calls with time in 30 days, all with Nordbyg.");

    [Fact]
    public void Eight_weeks_stand_by_their_mondays()
    {
        var radar = Radar.Of([new(Late, Today), new(Late, Today.AddDays(-6)), new(Late, Today.AddDays(-7)), new(Late, Today.AddDays(-55))], NoneBroken, Today);
        radar.Mondays[0].Should().Be(new DateOnly(2026, 9, 28));
        radar.Mondays[7].Should().Be(new DateOnly(2026, 11, 16));
        radar.Lines[0].Weeks.Should().Equal(1, 0, 0, 0, 0, 0, 1, 2);
    }

    [Fact]
    public void Patterns_come_before_what_is_watched()
    {
        var radar = Radar.Of(
            [.. Enumerable.Repeat(new CountedCall(Late, Today), 2), .. Enumerable.Repeat(new CountedCall(CloseCallKind.NearlyBentAFact, Today), 3)], NoneBroken, Today);
        radar.Repeating.Select(line => line.Facts.Kind).Should().Equal(CloseCallKind.NearlyBentAFact, Late);
    }

    [Theory]
    [InlineData(1), InlineData(7), InlineData(2026)]
    public void Counted_by_hand_it_says_the_same(int seed)
    {
        var dice = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var calls = Enumerable.Range(0, dice.Next(30)).Select(_ => new CountedCall((CloseCallKind)dice.Next(1, 6), Today.AddDays(-dice.Next(60)))).ToList();
            foreach (var line in Radar.Of(calls, NoneBroken, Today).Lines)
            {
                var count = 0;
                foreach (var call in calls)
                {
                    if (call.Kind == line.Facts.Kind && Today.DayNumber - call.Day.DayNumber < 30)
                        count++;
                }

                (line.Count, line.State).Should().Be((count, count > 2 ? RadarState.Pattern : count == 2 ? RadarState.Watch : RadarState.Quiet));
            }
        }
    }

    [Fact]
    public void Each_kind_stands_before_a_breaker_of_its_own_and_has_a_habit()
    {
        CloseCalls.All.Select(facts => facts.Kind).Should().Equal(Enum.GetValues<CloseCallKind>());
        CloseCalls.All.Select(facts => facts.Breaker).Should().BeEquivalentTo(Enum.GetValues<BreakerKind>());
        CloseCalls.All.Should().OnlyContain(facts => facts.Habit.Trait == facts.Trait);
    }

    [Theory]
    [InlineData(null, 0, null, "Kind"), InlineData(9, 0, null, "Kind"), InlineData(1, 1, null, "Day"), InlineData(1, -56, null, "Day"), InlineData(1, 0, 201, "Note")]
    public void What_cannot_be_is_refused_beside_its_field(int? kind, int days, int? length, string field)
    {
        CloseCall.Note(new(), (CloseCallKind?)kind, Today.AddDays(days), length is { } n ? new string('x', n) : null, _ => [1], Today).Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be(field);
    }

    [Fact]
    public void Words_are_kept_sealed_and_blanks_not_at_all()
    {
        CloseCall.Note(new(), Late, null, " Ran for the train ", words => [(byte)words.Length], Today).Value.Sealed.Should().Equal(17);
        CloseCall.Note(new(), Late, null, "  ", _ => [1], Today).Value.Sealed.Should().BeNull();
    }

    private static RadarLine Line(CountedCall[] calls, Dictionary<CloseCallKind, int>? broken = null) => Radar.Of(calls, broken ?? NoneBroken, Today).Lines[0];
}
