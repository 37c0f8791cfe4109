using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>How an event is known: an empty, half or full disc, and the word.</summary>
[HtmlTargetElement("evidence-level", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EvidenceLevelTagHelper : TagHelper
{
    /// <summary>The enum member: value="@row.Level".</summary>
    public string Value { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (shape, word) = Value switch
        {
            "Witnessed" => (Shapes.Level1, "Witnessed"),
            "CustomerConfirmed" => (Shapes.Level2, "Customer confirmed"),
            _ => (Shapes.Level0, "Self-reported"),
        };
        (output.TagName, output.TagMode) = ("span", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "level");
        output.Content.SetHtmlContent($"{shape}{word}");
    }
}
