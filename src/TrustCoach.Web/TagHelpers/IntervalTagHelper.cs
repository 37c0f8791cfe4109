using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>A difference with its interval on a line around zero. The numbers stand in the row beside it, so it is hidden from who hears the page.</summary>
[HtmlTargetElement("interval", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IntervalTagHelper : TagHelper
{
    public double Value { get; set; }

    public double Low { get; set; }

    public double High { get; set; }

    /// <summary>The end of the scale on both sides.</summary>
    public double Most { get; set; }

    /// <summary>The interval leaves zero out.</summary>
    public bool Sure { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("svg", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", Sure ? "interval sure" : "interval");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.AppendHtml($"""<line class="zero" x1="50%" x2="50%" y1="0" y2="100%"/><line class="reach" x1="{X(Low)}" x2="{X(High)}" y1="50%" y2="50%"/><circle cx="{X(Value)}" cy="50%" r="4.5"/>""");
    }

    // A little room is left at both ends, so that no mark is cut.
    private string X(double points) => $"{Svg.N(50 + (Math.Clamp(points / Math.Max(Most, 1e-9), -1, 1) * 47))}%";
}
