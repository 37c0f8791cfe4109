using Microsoft.AspNetCore.Razor.TagHelpers;
using TrustCoach.Web.Charts;

namespace TrustCoach.Web.TagHelpers;

/// <summary>
/// Shares week by week as columns, each a link to its rows, with a line where they are meant to be. A week in which nothing was counted
/// is an empty frame. Its table stands beside it on the page.
/// </summary>
[HtmlTargetElement("course", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CourseTagHelper : TagHelper
{
    // Above so many the counts would touch each other; the table says them.
    private const int MostWritten = 13;

    // A week is no wider than this, however few there are.
    private const int LeastPlaces = 4;

    public string Label { get; set; } = "";

    public IReadOnlyList<CourseStep> Steps { get; set; } = [];

    /// <summary>Where the columns are meant to reach, 0 to 1.</summary>
    public double Target { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("svg", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "course");
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute("aria-label", Label);
        var place = 100d / Math.Max(Steps.Count, LeastPlaces);
        for (var i = 0; i < Steps.Count; i++)
            output.Content.AppendHtml(Column(Steps[i], (i + 0.12) * place, place * 0.76, (i + 0.5) * place));
        var at = Svg.N(Y(Target));
        output.Content.AppendHtml($"""<line class="target" x1="0" x2="100%" y1="{at}%" y2="{at}%"/>""");
    }

    // The counts stand in the lowest part.
    private static double Y(double share) => 4 + ((1 - share) * 74);

    private string Column(CourseStep step, double x, double width, double middle)
    {
        var words = Steps.Count > MostWritten ? "" : $"""<text x="{Svg.N(middle)}%" y="97%" text-anchor="middle" aria-hidden="true">{(step.Of == 0 ? "–" : $"{step.Done}/{step.Of}")}</text>""";
        if (step.Of == 0)
            return $"""<g role="img" aria-label="{Shapes.Encode($"{step.Name}: nothing to count")}">{Box("none", x, width, 1)}{words}</g>""";
        // A share of nothing is drawn as a line, not as a gap.
        var bars = Box("track", x, width, 1) + Box("done", x, width, Math.Max((double)step.Done / step.Of, 0.02));
        return $"""<a href="{Shapes.Encode(step.Url)}" aria-label="{Shapes.Encode($"{step.Name}: {step.Done} of {step.Of}")}"><title>{Shapes.Encode($"{step.Name}: {step.Done} of {step.Of}")}</title>{bars}</a>{words}""";
    }

    private static string Box(string look, double x, double width, double share) =>
        $"""<rect class="{look}" x="{Svg.N(x)}%" width="{Svg.N(width)}%" y="{Svg.N(Y(share))}%" height="{Svg.N(Y(0) - Y(share))}%" rx="2"/>""";
}
