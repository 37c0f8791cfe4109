using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>Shape and word of an outcome, an evidence kind, a breaker kind or a promise's state.</summary>
[HtmlTargetElement("outcome", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("evidence-kind", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("promise-state", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SignTagHelper : TagHelper
{
    /// <summary>The enum member: value="@row.Outcome".</summary>
    public string Value { get; set; } = "";

    /// <summary>Other words beside the same shape: "Missed by 25 minutes".</summary>
    public string? Text { get; set; }

    /// <summary>Without the word, where it stands beside it anyway.</summary>
    public bool ShapeOnly { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var sign = Sign.Of(Value);
        (output.TagName, output.TagMode) = ("span", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", $"sign {sign.Tone}");
        output.Content.SetHtmlContent(ShapeOnly ? sign.Shape : $"{sign.Shape}<span>{Shapes.Encode(Text ?? sign.Word)}</span>");
    }
}
