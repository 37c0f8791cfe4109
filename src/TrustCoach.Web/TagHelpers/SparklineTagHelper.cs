using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>The course of a score in the space of a word. Its name says from where to where.</summary>
[HtmlTargetElement("sparkline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SparklineTagHelper : TagHelper
{
    private const double Width = 88, Height = 28, Inset = 4;

    /// <summary>Values in time order, oldest first; fewer than two draw nothing.</summary>
    public IReadOnlyList<double> Values { get; set; } = [];

    /// <summary>What the line shows: "Credibility of Maya Okafor, 90 days".</summary>
    public string Label { get; set; } = "";

    /// <summary>Fills the width of its place.</summary>
    public bool Wide { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Values.Count < 2)
        {
            (output.TagName, output.TagMode) = ("span", TagMode.StartTagAndEndTag);
            output.Attributes.SetAttribute("class", "faint small");
            output.Content.SetContent("too early");
            return;
        }

        var (low, high) = (Values.Min(), Values.Max());
        // A flat year must look flat: less than ten points of range are drawn as ten.
        var range = Math.Max(high - low, 10);
        var floor = ((high + low) / 2) - (range / 2);
        var points = Values.Select((v, i) => (
            X: Inset + (i * (Width - (2 * Inset)) / (Values.Count - 1)),
            Y: Height - Inset - ((v - floor) / range * (Height - (2 * Inset))))).ToList();
        var isFalling = Values[^1] < Values[0] - 2;
        (output.TagName, output.TagMode) = ("svg", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", $"sparkline{(Wide ? " wide" : "")}{(isFalling ? " falling" : "")}");
        output.Attributes.SetAttribute("viewBox", $"0 0 {Svg.N(Width)} {Svg.N(Height)}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", $"{Label}: from {Points.Whole(Values[0])} to {Points.Whole(Values[^1])}");
        output.Content.SetHtmlContent($"""<path d="{Svg.Line(points)}"/><circle cx="{Svg.N(points[^1].X)}" cy="{Svg.N(points[^1].Y)}" r="2.6"/>""");
    }
}
