using FluentAssertions;
using TrustCoach.Domain.Lab;
using Xunit;

namespace TrustCoach.Domain.Tests.Lab;

public sealed class PopulationTests
{
    // Altruists and cheaters in a single encounter.
    private static readonly double[][] Once = [[3, 0], [5, 1]];

    [Fact]
    public void Two_generations_come_out_as_by_hand()
    {
        // 1.5 and 3 against a mean of 2.25; then 1 and 7/3 against 17/9.
        var course = Replicator.Run(Once, [.5, .5], 2);

        course[1].Should().BeEquivalentTo([1d / 3, 2d / 3], o => o.WithStrictOrdering().Using<double>(c => c.Subject.Should().BeApproximately(c.Expectation, 1e-12)).WhenTypeIs<double>());
        course[2].Should().BeEquivalentTo([3d / 17, 14d / 17], o => o.WithStrictOrdering().Using<double>(c => c.Subject.Should().BeApproximately(c.Expectation, 1e-12)).WhenTypeIs<double>());
    }

    [Fact]
    public void Shares_sum_to_one_whoever_is_alone_stays_alone_and_order_does_not_matter()
    {
        var dice = LabDice.Of(11);
        for (var world = 0; world < 200; world++)
        {
            double[][] payoffs = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 4).Select(_ => dice.NextShare() * 5).ToArray())];
            double[] weights = [dice.NextShare(), dice.NextShare(), dice.NextShare(), 0];
            double[] shares = [.. weights.Select(w => w / weights.Sum())];
            var after = Replicator.Run(payoffs, shares, 50)[^1];

            after.Sum().Should().BeApproximately(1, 1e-9);
            after.Should().OnlyContain(share => share >= 0);
            after[3].Should().Be(0, "what is not there never comes");
            Replicator.Step(payoffs, [0, 1, 0, 0]).Should().Equal(0, 1, 0, 0);

            int[] turned = [2, 0, 3, 1];
            var other = Replicator.Run([.. turned.Select(i => turned.Select(j => payoffs[i][j]).ToArray())], [.. turned.Select(i => shares[i])], 50)[^1];
            for (var i = 0; i < 4; i++)
                other[i].Should().BeApproximately(after[turned[i]], 1e-9);
        }
    }

    /// <summary>
    /// The chance that one of a kind takes over a population of N: 1/(1 + sum over k of the product over j ≤ k of g(j)/f(j)), exact for
    /// every process of one birth and one death (Nowak, Sasaki, Taylor and Fudenberg 2004).
    /// </summary>
    [Theory]
    [InlineData(1, 10, 3, 0, 5, 1), InlineData(3, 10, 3, .5, 3.2, 1), InlineData(1, 8, 2, 2, 1, 1), InlineData(2, 12, 3, 1.2, 2.8, 1.5)]
    public void One_of_a_kind_takes_over_as_often_as_the_closed_form_says(int mutants, int size, double a, double b, double c, double d)
    {
        const int Runs = 8000;
        double[][] payoffs = [[a, b], [c, d]];
        var taken = Enumerable.Range(0, Runs).Count(run =>
        {
            int[] counts = [mutants, size - mutants];
            var dice = LabDice.Of(77, run);
            while (counts[0] > 0 && counts[1] > 0)
                Moran.Step(payoffs, counts, ref dice);
            return counts[0] == size;
        });

        var exact = Fixation(payoffs, mutants, size);
        (taken / (double)Runs).Should().BeApproximately(exact, 4 * Math.Sqrt(exact * (1 - exact) / Runs));
    }

    [Fact]
    public void Where_all_earn_the_same_only_numbers_count()
    {
        Fixation([[2, 2], [2, 2]], 3, 12).Should().BeApproximately(.25, 1e-12);
    }

    [Fact]
    public void A_finite_population_never_changes_its_size_and_comes_out_the_same_from_the_same_seed()
    {
        var course = Moran.Run([[3, 0, 3], [5, 1, 1.4], [3, .9, 3]], [30, 20, 50], 60, LabDice.Of(4));

        course.Should().OnlyContain(counts => counts.Sum() == 100 && counts.All(count => count >= 0));
        course.Should().BeEquivalentTo(Moran.Run([[3, 0, 3], [5, 1, 1.4], [3, .9, 3]], [30, 20, 50], 60, LabDice.Of(4)), o => o.WithStrictOrdering());
        Moran.Run(Once, [0, 5], 3, LabDice.Of(1)).Should().OnlyContain(counts => counts[1] == 5);
    }

    [Fact]
    public void Nobody_earning_anything_is_no_reason_to_fail()
    {
        int[] counts = [1, 1];
        var dice = LabDice.Of(1);
        Moran.Step([[0, 0], [0, 0]], counts, ref dice);
        counts.Sum().Should().Be(2);
        Replicator.Step([[0, 0], [0, 0]], [.5, .5]).Should().Equal(.5, .5);
    }

    private static double Fixation(double[][] payoffs, int mutants, int size)
    {
        var (sums, product, ahead) = (1d, 1d, 1d);
        for (var j = 1; j < size; j++)
        {
            var mine = ((payoffs[0][0] * (j - 1)) + (payoffs[0][1] * (size - j))) / (size - 1);
            var theirs = ((payoffs[1][0] * j) + (payoffs[1][1] * (size - j - 1))) / (size - 1);
            product *= theirs / mine;
            sums += product;
            if (j < mutants)
                ahead += product;
        }

        return ahead / sums;
    }
}
