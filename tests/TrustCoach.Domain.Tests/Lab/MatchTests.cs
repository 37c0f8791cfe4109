using FluentAssertions;
using TrustCoach.Domain.Lab;
using Xunit;

namespace TrustCoach.Domain.Tests.Lab;

public sealed class MatchTests
{
    /// <summary>Worked by hand with 5, 3, 1, 0.</summary>
    [Theory]
    [InlineData("reciprocator", "reciprocator", 200, 600, 600)]
    [InlineData("reciprocator", "cheater", 200, 199, 204)] // let down once: 0 and 5, then 199 times 1
    [InlineData("altruist", "cheater", 200, 0, 1000)]
    [InlineData("altruist", "reciprocator", 200, 600, 600)]
    [InlineData("cheater", "cheater", 200, 200, 200)]
    [InlineData("grudger", "cheater", 200, 199, 204)]
    [InlineData("patient", "cheater", 200, 198, 208)] // let down twice
    [InlineData("davis", "cheater", 200, 190, 240)] // let down ten times
    [InlineData("shubik", "cheater", 10, 6, 26)] // keeps in 1, 3, 6 and 10
    [InlineData("learner", "cheater", 10, 5, 30)] // keeps in every odd encounter
    [InlineData("learner", "learner", 200, 600, 600)]
    [InlineData("detective", "altruist", 200, 994, 9)] // 3 + 5 + 3 + 3, then 196 times 5
    [InlineData("detective", "reciprocator", 200, 599, 599)] // 3 + 5 + 0 + 3, then 196 times 3
    [InlineData("grudger", "detective", 200, 209, 204)] // 3 + 0 + 5 + 5, then 196 times 1
    [InlineData("detective", "detective", 200, 598, 598)] // 3 + 1 + 3 + 3, then 196 times 3
    public void A_match_without_mistakes_pays_what_it_pays_by_hand(string first, string second, int rounds, double one, double other)
    {
        var count = Match.Play(Strategies.Named(first)!, Strategies.Named(second)!, rounds, 0, Payoffs.Default, LabDice.Of(1));

        (count.First(Payoffs.Default), count.Second(Payoffs.Default)).Should().Be((one, other));
    }

    [Fact]
    public void Where_every_move_goes_astray_two_reciprocators_fail_and_keep_in_turn()
    {
        var count = Match.Play(Strategies.Reciprocator, Strategies.Reciprocator, 10, 1, Payoffs.Default, LabDice.Of(1));

        count.Should().Be(new MatchCount(5, 0, 0, 5));
    }

    [Fact]
    public void One_slip_between_two_reciprocators_goes_back_and_forth()
    {
        // They mean to keep throughout; ours slips nowhere, theirs in the second encounter: an echo every other time from there.
        var moves = Enumerable.Repeat(true, 2).ToList();
        for (var round = 2; round < 6; round++)
            moves.Add(Game.Replay(Strategies.Reciprocator, moves, GuidedPath.FirstNoise, Payoffs.Default, 118)[^1].TheyKept);

        var game = Game.Replay(Strategies.Reciprocator, moves, GuidedPath.FirstNoise, Payoffs.Default, 118);
        game.Select(e => (e.TheyKept, e.Kept)).Should().Equal((true, true), (false, true), (true, false), (false, true), (true, false), (false, true));
        game.Count(e => e.Slipped || e.TheySlipped).Should().Be(1);
    }

    /// <summary>Two ways through the code: two thresholds a round, and machines that remember.</summary>
    [Theory]
    [InlineData("reciprocator", "cheater"), InlineData("learner", "reciprocator"), InlineData("altruist", "learner"), InlineData("cheater", "learner")]
    public void The_quick_way_plays_what_the_machines_play(string first, string second)
    {
        var quick = Match.Play(Strategies.Named(first)!, Strategies.Named(second)!, 30, 0, Payoffs.Default, LabDice.Of(1));
        var moves = new List<bool>();
        var one = new Machine(Strategies.Named(first)!, Payoffs.Default);
        var dice = LabDice.Of(1);
        for (var round = 0; round < 30; round++)
        {
            moves.Add(one.MeansToKeep(ref dice));
            var last = Game.Replay(Strategies.Named(second)!, moves, 0, Payoffs.Default, 1)[^1];
            one.See(last.Kept, last.TheyKept);
        }

        Game.Replay(Strategies.Named(second)!, moves, 0, Payoffs.Default, 1).Sum(e => e.Earned).Should().Be(quick.First(Payoffs.Default));
    }

    [Theory]
    [InlineData(3, 3, 1, 0, "Temptation"), InlineData(5, 1, 1, 0, "Reward"), InlineData(5, 3, 0, 0, "Punishment"), InlineData(7, 3, 1, 0, "Reward"), InlineData(5, 3, 1, -1, "Sucker"), InlineData(double.NaN, 3, 1, 0, "Temptation")]
    public void Payoffs_that_pose_no_dilemma_are_refused_beside_their_field(double t, double r, double p, double s, string field) =>
        new Payoffs(t, r, p, s).Problems().Select(problem => problem.Field).Should().Contain(field);

    [Fact]
    public void The_default_payoffs_bear_a_third_of_forgiveness()
    {
        Payoffs.Default.Problems().Should().BeEmpty();
        Payoffs.Default.Generosity.Should().BeApproximately(1d / 3, 1e-12);
    }
}
