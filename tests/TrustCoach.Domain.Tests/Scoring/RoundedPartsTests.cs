using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

public sealed class RoundedPartsTests
{
    [Fact]
    public void Three_thirds_add_up_to_the_whole()
    {
        var shown = RoundedParts.Of([10 / 3d, 10 / 3d, 10 / 3d], 10);

        shown.Should().Equal(3.4, 3.3, 3.3);
    }

    [Fact]
    public void Losses_are_rounded_like_gains()
    {
        var shown = RoundedParts.Of([35, 13.04, -14.04, 0.26], 34.26);

        shown.Sum().Should().BeApproximately(34.3, 1e-9);
        shown[2].Should().BeLessThan(0);
    }

    [Fact]
    public void Nothing_adds_up_to_nothing() => RoundedParts.Of([], 0).Should().BeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public void Parts_of_any_number_add_up_and_stay_within_a_tenth(int count)
    {
        var random = new Random(count);
        var parts = Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 30) - 12).ToList();

        var shown = RoundedParts.Of(parts, parts.Sum());

        shown.Sum().Should().BeApproximately(Math.Round(parts.Sum(), 1, MidpointRounding.AwayFromZero), 1e-6);
        shown.Zip(parts, (s, p) => Math.Abs(s - p)).Should().OnlyContain(difference => difference <= 0.1 + 1e-9);
    }
}
