using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>One yes-or-no question for a bool property.</summary>
[HtmlTargetElement("check", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckTagHelper : TagHelper
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
        output.Content.AppendHtml(Box(parts, attributes));
        output.Content.AppendHtml($"""<div><label for="{parts.Id}">{Shapes.Encode(Label ?? For.Metadata.GetDisplayName())}</label>""");
        parts.WriteMessages(output.Content);
        // An unticked box posts nothing; the hidden "false" after it tells "no" from "not asked".
        output.Content.AppendHtml($"""</div><input type="hidden" name="{parts.Name}" value="false">""");
    }

    // Written here, because the framework's own fails on a value sent that is neither yes nor no.
    private TagBuilder Box(FieldParts parts, Dictionary<string, object?> attributes)
    {
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        box.MergeAttributes(attributes);
        box.MergeAttribute("id", parts.Id);
        box.MergeAttribute("name", parts.Name);
        box.MergeAttribute("type", "checkbox");
        box.MergeAttribute("value", "true");
        var sent = View.ViewData.ModelState.TryGetValue(parts.Name, out var entry) ? entry.RawValue : null;
        var first = sent is string[] several ? several.FirstOrDefault() : sent as string;
        if (sent is null ? For.Model is true : string.Equals(first, "true", StringComparison.OrdinalIgnoreCase))
            box.MergeAttribute("checked", "checked");
        return box;
    }
}
