using System.Globalization;
using TrustCoach.Web.Charts;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.IntegrationTests.Design;

public sealed class ChartTests
{
    [Fact]
    public void Dots_that_would_touch_stand_in_different_lanes() =>
        Beeswarm.Lanes([10, 11, 12, 40], apart: 6, lanes: 2).Should().Equal(0, 1, -1, 0);

    [Fact]
    public void The_same_dots_give_the_same_picture()
    {
        double[] dots = [.. Enumerable.Range(0, 200).Select(i => 50 + (40 * Math.Sin(i)))];
        Beeswarm.Lanes(dots, 6, 2).Should().Equal(Beeswarm.Lanes(dots, 6, 2)).And.OnlyContain(lane => Math.Abs(lane) <= 2);
    }

    [Fact]
    public void Ticks_stand_on_the_first_of_each_month_and_say_the_year_once()
    {
        var scale = new TimeScale(new(2025, 11, 10), new(2026, 3, 20));
        scale.Ticks(CultureInfo.GetCultureInfo("en-GB")).Select(tick => tick.Text).Should().Equal("Dec", "2026", "Feb", "Mar");
    }

    [Theory]
    [InlineData(4.64, "+4.6")]
    [InlineData(-11.25, "−11.3")]
    [InlineData(-0.04, "0.0")]
    public void Points_carry_a_sign_unless_they_round_to_nothing(double points, string text) =>
        Points.Change(points, CultureInfo.InvariantCulture).Should().Be(text);

    [Theory]
    [InlineData("Exceeded", "exceeded")]
    [InlineData("PromiseBroken", "broken")]
    [InlineData("Late", "missed")]
    public void Every_outcome_has_a_shape_and_a_word(string name, string tone)
    {
        var sign = Sign.Of(name);
        sign.Tone.Should().Be(tone);
        sign.Shape.Should().StartWith("<svg");
        sign.Word.Should().NotBeEmpty();
    }
}
