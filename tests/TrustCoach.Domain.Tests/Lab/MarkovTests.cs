using FluentAssertions;
using TrustCoach.Domain.Lab;
using Xunit;

namespace TrustCoach.Domain.Tests.Lab;

/// <summary>Long matches against the stationary distribution of their Markov chain, found without playing.</summary>
public sealed class MarkovTests
{
    private const int Rounds = 60_000, Matches = 20;

    [Theory]
    [InlineData("reciprocator", "reciprocator", .05), InlineData("reciprocator", "forgiving", .05), InlineData("forgiving", "forgiving", .05)]
    [InlineData("forgiving", "cheater", .05), InlineData("learner", "learner", .02), InlineData("learner", "cheater", .1), InlineData("joss", "reciprocator", .01)]
    [InlineData("altruist", "reciprocator", .2), InlineData("random", "learner", 0), InlineData("forgiving", "random", 0)]
    public void A_long_match_earns_what_its_chain_says(string first, string second, double noise)
    {
        var (one, other) = (Strategies.Named(first)!, Strategies.Named(second)!);
        var exact = Exact(one.OddsUnder(Payoffs.Default)!.Value, other.OddsUnder(Payoffs.Default)!.Value, noise);
        var means = Enumerable.Range(0, Matches).Select(at => Match.Play(one, other, Rounds, noise, Payoffs.Default, LabDice.Of(5, at)).First(Payoffs.Default) / Rounds).ToList();

        // Five standard errors, taken from how far the matches lie apart.
        var mean = means.Average();
        var error = Math.Sqrt(means.Sum(m => (m - mean) * (m - mean)) / (Matches - 1) / Matches);
        mean.Should().BeApproximately(exact, Math.Max(5 * error, 1e-4));
    }

    [Fact]
    public void Drawn_strategies_earn_what_the_formula_of_Nowak_and_Sigmund_says()
    {
        for (var i = 0; i < 10; i++)
        {
            var (one, other) = (Strategies.Drawn(3, i), Strategies.Drawn(3, i + 1));
            Exact(one.Odds, other.Odds, 0).Should().BeApproximately(Reactive.Payoff(one.Odds, other.Odds), 1e-9, "two derivations of one number");
            (Match.Play(one, other, Rounds, 0, Payoffs.Default, LabDice.Of(9)).First(Payoffs.Default) / Rounds).Should().BeApproximately(Reactive.Payoff(one.Odds, other.Odds), .06);
        }
    }

    [Fact]
    public void With_any_noise_reciprocators_fall_to_the_mean_of_all_four_payoffs() =>
        Exact(Strategies.Reciprocator.Odds, Strategies.Reciprocator.Odds, .001).Should().BeApproximately((5 + 3 + 1 + 0) / 4d, 1e-9, "as Molander (1985) found");

    [Theory, InlineData(.01), InlineData(.05), InlineData(.1)]
    public void With_noise_forgiving_reciprocators_earn_far_more_among_themselves_and_lose_little_to_cheaters(double noise)
    {
        var (forgiving, strict, cheater) = (Strategies.Forgiving.OddsUnder(Payoffs.Default)!.Value, Strategies.Reciprocator.Odds, Strategies.Cheater.Odds);

        Exact(forgiving, forgiving, noise).Should().BeGreaterThan(Exact(strict, strict, noise) + .3);
        Exact(forgiving, forgiving, noise).Should().BeGreaterThan(Exact(cheater, forgiving, noise), "nobody gains by cheating them");
    }

    // The states both kept, I was let down, I let them down, neither; solved by Gauss for p M = p with the sum 1.
    private static double Exact(MemoryOne first, MemoryOne second, double noise)
    {
        double Slipped(double chance) => (chance * (1 - noise)) + ((1 - chance) * noise);
        bool[] kept = [true, true, false, false], met = [true, false, true, false];
        var system = new double[4, 5];
        for (var from = 0; from < 4; from++)
        {
            var (p, q) = (Slipped(first.After(kept[from], met[from])), Slipped(second.After(met[from], kept[from])));
            for (var to = 0; to < 4; to++)
                system[to, from] = ((kept[to] ? p : 1 - p) * (met[to] ? q : 1 - q)) - (from == to ? 1 : 0);
        }

        for (var column = 0; column < 5; column++)
            system[3, column] = 1;
        for (var pivot = 0; pivot < 4; pivot++)
        {
            var best = Enumerable.Range(pivot, 4 - pivot).MaxBy(row => Math.Abs(system[row, pivot]));
            for (var column = 0; column < 5; column++)
                (system[pivot, column], system[best, column]) = (system[best, column], system[pivot, column]);
            for (var row = 0; row < 4; row++)
            {
                var factor = row == pivot ? 0 : system[row, pivot] / system[pivot, pivot];
                for (var column = 0; column < 5; column++)
                    system[row, column] -= factor * system[pivot, column];
            }
        }

        return Enumerable.Range(0, 4).Sum(state => system[state, 4] / system[state, state] * Payoffs.Default.For(kept[state], met[state]));
    }
}
