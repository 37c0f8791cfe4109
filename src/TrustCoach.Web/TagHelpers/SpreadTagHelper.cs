using Microsoft.AspNetCore.Razor.TagHelpers;
using TrustCoach.Web.Charts;

namespace TrustCoach.Web.TagHelpers;

/// <summary>A rep's relationships on one line from 0 to 100: a disc each, a diamond when at risk, a bar at the typical one.</summary>
[HtmlTargetElement("spread", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SpreadTagHelper : TagHelper
{
    // Above the dots is room for the name of the one that is pointed at or focused.
    private const double Width = 240, Names = 11, Middle = Names + 17, Height = Names + 34, Lane = 6.5;

    // A name is set where it stays inside the picture.
    private const double Side = 70;
    private const int LongestName = 38;

    // Above this many, links would be slower to read than the list they stand for, and the page would grow by the dot.
    private const int MostLinks = 40;

    public IReadOnlyList<SpreadDot> Dots { get; set; } = [];

    /// <summary>The typical relationship, 0 to 100; null when it is too early to say.</summary>
    public double? Typical { get; set; }

    /// <summary>Whose: "Maya Okafor".</summary>
    public string Label { get; set; } = "";

    /// <summary>Whether each of so many dots is a link. More have a list to be opened beside the picture.</summary>
    public static bool IsLinked(int dots) => dots <= MostLinks;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("svg", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "spread");
        output.Attributes.SetAttribute("viewBox", $"0 0 {Svg.N(Width)} {Svg.N(Height)}");
        output.Attributes.SetAttribute("preserveAspectRatio", "xMinYMid meet");
        // A picture when nothing in it can be reached, a group of links otherwise.
        var isLinked = IsLinked(Dots.Count) && Dots.Any(dot => dot.Url is not null);
        output.Attributes.SetAttribute("role", isLinked ? "group" : "img");
        output.Attributes.SetAttribute("aria-label", Describe());
        output.Content.AppendHtml($"""<line class="axis" x1="0" x2="{Svg.N(Width)}" y1="{Svg.N(Middle)}" y2="{Svg.N(Middle)}"/>""");
        var lanes = Beeswarm.Lanes([.. Dots.Select(dot => X(dot.Value))], apart: 6.5, lanes: 2);
        output.Content.AppendHtml(isLinked
            ? string.Concat(Dots.Select((dot, i) => Linked(dot, Middle + (lanes[i] * Lane))))
            : Plain(lanes, isAtRisk: false) + Plain(lanes, isAtRisk: true));
        if (Typical is { } typical)
        {
            output.Content.AppendHtml($"""<line class="typical" x1="{Svg.N(X(typical))}" x2="{Svg.N(X(typical))}" y1="{Svg.N(Middle - 12)}" y2="{Svg.N(Middle + 12)}"/>""");
        }
    }

    private static double X(double value) => 4 + (Math.Clamp(value, 0, 100) / 100 * (Width - 8));

    private static string Linked(SpreadDot dot, double y)
    {
        var (x, name) = (X(dot.Value), $"{Shapes.Encode(dot.Name)}, {Points.Whole(dot.Value)}{(dot.IsAtRisk ? ", at risk" : "")}");
        var mark = dot.IsAtRisk
            ? $"""<path class="dot risk" d="M{Svg.N(x)} {Svg.N(y - 4.4)}l4.4 4.4-4.4 4.4-4.4-4.4Z"/>"""
            : $"""<circle class="dot" cx="{Svg.N(x)}" cy="{Svg.N(y)}" r="3.4"/>""";
        return dot.Url is null ? mark : $"""<a href="{Shapes.Encode(dot.Url)}" aria-label="{name}">{mark}{Named(dot, x)}</a>""";
    }

    // Seen while the dot is pointed at or focused; the link's own name says the same.
    private static string Named(SpreadDot dot, double x)
    {
        var name = dot.Name.Length <= LongestName ? dot.Name : dot.Name[..(LongestName - 1)].TrimEnd() + "…";
        var (anchor, at) = x < Side ? ("start", 0) : x > Width - Side ? ("end", Width) : ("middle", x);
        return $"""<text class="dot-name" aria-hidden="true" x="{Svg.N(at)}" y="9" text-anchor="{anchor}">{Shapes.Encode(name)}, {Points.Whole(dot.Value)}</text>""";
    }

    // Hundreds of dots as one path: a line of no length with a round cap is a disc, with a square one a tile.
    private string Plain(int[] lanes, bool isAtRisk)
    {
        var marks = Dots.Select((dot, i) => (dot, Y: Middle + (lanes[i] * Lane))).Where(m => m.dot.IsAtRisk == isAtRisk)
            .Select(m => isAtRisk
                ? $"M{Svg.N(X(m.dot.Value))} {Svg.N(m.Y - 4.4)}l4.4 4.4-4.4 4.4-4.4-4.4Z"
                : $"M{Svg.N(X(m.dot.Value))} {Svg.N(m.Y)}h0");
        return $"""<path class="{(isAtRisk ? "dot risk" : "dots")}" d="{string.Concat(marks)}"/>""";
    }

    private string Describe()
    {
        var atRisk = Dots.Count(dot => dot.IsAtRisk);
        return $"{Label}: {Dots.Count} relationships{(Typical is { } t ? $", typical credibility {Points.Whole(t)}" : "")}{(atRisk > 0 ? $", {atRisk} at risk" : "")}";
    }
}
