using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>One yes-or-no question for a bool property.</summary>
[HtmlTargetElement("check", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckTagHelper(IHtmlGenerator html) : TagHelper
{
    [HtmlAttributeName("asp-for")] public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? Hint { get; set; }

    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = FieldParts.Of(View, For, Hint);
        var attributes = new Dictionary<string, object?>();
        parts.Wire(attributes);
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "check");
        output.Content.AppendHtml(html.GenerateCheckBox(View, For.ModelExplorer, For.Name, isChecked: null, attributes));
        output.Content.AppendHtml($"""<div><label for="{parts.Id}">{Shapes.Encode(Label ?? For.Metadata.GetDisplayName())}</label>""");
        parts.WriteMessages(output.Content);
        // An unticked box posts nothing; the hidden "false" after it tells "no" from "not asked".
        output.Content.AppendHtml($"""</div><input type="hidden" name="{parts.Name}" value="false">""");
    }
}
