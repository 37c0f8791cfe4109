using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>So many of so many, in words and as a short bar: "46 of 49 kept".</summary>
[HtmlTargetElement("share", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ShareTagHelper : TagHelper
{
    public int Part { get; set; }

    public int Whole { get; set; }

    /// <summary>What the part did: "kept".</summary>
    public string? Word { get; set; }

    /// <summary>"accent", "met", "missed" or "broken".</summary>
    public string Tone { get; set; } = "accent";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("span", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "share");
        var words = Whole == 0 ? "none yet" : $"{Part} of {Whole}{(Word is null ? "" : " " + Shapes.Encode(Word))}";
        output.Content.SetHtmlContent($"<span>{words}</span>{BarsTagHelper.Draw(Whole == 0 ? 0 : (double)Part / Whole, Tone, track: true)}");
    }
}
