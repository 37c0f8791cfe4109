using Microsoft.AspNetCore.Razor.TagHelpers;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.TagHelpers;

/// <summary>What one event added or took, in points: "+4.6", "−11.2".</summary>
[HtmlTargetElement("points", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PointsTagHelper(Viewer viewer) : TagHelper
{
    /// <summary>Points; null when it does not count (pending, disputed), shown as a dash.</summary>
    public double? Value { get; set; }

    public int Decimals { get; set; } = 1;

    /// <summary>Colours a gain green too; without it only a loss is coloured.</summary>
    public bool Gain { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("span", TagMode.StartTagAndEndTag);
        if (Value is not { } value)
        {
            output.Attributes.SetAttribute("class", "points none");
            output.Content.SetHtmlContent("""<span aria-hidden="true">–</span><span class="visually-hidden">does not count</span>""");
            return;
        }

        var text = Points.Change(value, viewer.Culture, Decimals);
        var tone = text[0] switch { '+' => Gain ? "gain" : "up", '−' => "down", _ => "none" };
        output.Attributes.SetAttribute("class", $"points {tone}");
        output.Content.SetContent(text);
    }
}
