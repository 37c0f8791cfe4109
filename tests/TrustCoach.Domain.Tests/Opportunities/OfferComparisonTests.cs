using FluentAssertions;
using TrustCoach.Domain.Opportunities;
using Xunit;

namespace TrustCoach.Domain.Tests.Opportunities;

public sealed class OfferComparisonTests
{
    [Fact]
    public void Fewer_than_three_on_either_side_are_too_early_to_say()
    {
        var comparison = Of([80, 90], [10, 20, 30]);
        comparison.TooEarly.Should().BeTrue();
        comparison.Sentence.Should().StartWith("Too early to say: 2 won and 3 lost");
    }

    [Fact]
    public void The_difference_has_welchs_interval()
    {
        // By hand: means 80 and 60, variances 100 and 400; standard error sqrt(100/3 + 400/3) = 12.91;
        // freedom (500/3)^2 / ((100/3)^2/2 + (400/3)^2/2) = 2.94, so t = 1.886 for 2.
        var comparison = Of([70, 80, 90], [40, 60, 80]);
        comparison.Difference.Should().BeApproximately(20, 1e-9);
        comparison.HalfBand.Should().BeApproximately(1.886 * Math.Sqrt(500d / 3), 1e-9);
        comparison.Sentence.Should().Be("No difference that chance alone would not make.");
        comparison.Won.HalfBand.Should().BeApproximately(1.886 * Math.Sqrt(100d / 3), 1e-9);
    }

    [Fact]
    public void A_clear_difference_is_told_with_its_interval_and_without_a_cause() =>
        Of([80, 82, 84], [50, 52, 54]).Sentence.Should().Be("Offers that were won went out 30 points above those lost, 80 % between 27 and 33. Why, the number does not say.");

    [Fact]
    public void Equal_values_have_no_spread_and_no_error() => Of([50, 50, 50], [50, 50, 50]).HalfBand.Should().Be(0);

    private static OfferComparison Of(double[] won, double[] lost) => new(Group(won), Group(lost));

    private static OfferGroup Group(double[] points) => new(points.Length, points.Sum(), points.Sum(p => p * p));
}
