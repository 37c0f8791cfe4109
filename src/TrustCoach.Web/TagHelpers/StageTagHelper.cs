using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>The stage of a relationship as a badge.</summary>
[HtmlTargetElement("stage", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StageTagHelper : TagHelper
{
    /// <summary>The enum member: value="@row.Stage".</summary>
    public string Value { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (tone, shape, word) = Value switch
        {
            "Courtesy" => ("", "", "Courtesy"),
            "BenefitOfTheDoubt" => ("", "", "Benefit of the doubt"),
            "Credible" => (" good", "", "Credible"),
            "Trusted" => (" good", Shapes.Level2, "Trusted"),
            "AtRisk" => (" warn", Shapes.Missed, "At risk"),
            "Broken" => (" bad", Shapes.Breaker, "Broken"),
            "Ended" => (" outline", Shapes.Courtesy, "Ended"),
            _ => ("", "", Shapes.Encode(Value)),
        };
        (output.TagName, output.TagMode) = ("span", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", $"badge{tone}");
        output.Content.SetHtmlContent($"{shape}{word}");
    }
}
