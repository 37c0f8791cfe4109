using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TrustCoach.Domain.Method;

namespace TrustCoach.Web.TagHelpers;

/// <summary>Steps to tick, for a property that is a list of their ids; what the browser sends unticked is simply not there.</summary>
[HtmlTargetElement("check-list", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckListTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")] public ModelExpression For { get; set; } = null!;

    public string Legend { get; set; } = "";

    public IReadOnlyList<MethodStep> Items { get; set; } = [];

    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = FieldParts.Of(View, For, null);
        (output.TagName, output.TagMode) = ("fieldset", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "choices check-list");
        // The script that fills the form without a network looks for it.
        output.Attributes.SetAttribute("data-name", parts.Name);
        if (parts.Error is not null)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
            output.Attributes.SetAttribute("aria-describedby", parts.ErrorId);
        }

        output.Content.AppendHtml($"""<legend class="label">{Shapes.Encode(Legend)}</legend>""");
        parts.WriteMessages(output.Content);
        var ticked = For.Model as IReadOnlyCollection<Guid> ?? [];
        for (var i = 0; i < Items.Count; i++)
        {
            var (id, step) = ($"{parts.Id}-{i}", Items[i]);
            output.Content.AppendHtml($"""
                <div class="check"><input type="checkbox" id="{id}" name="{parts.Name}" value="{step.Id}"{(ticked.Contains(step.Id) ? " checked" : "")} aria-describedby="{id}-how"><div><label for="{id}">{Shapes.Encode(step.Name)}</label><p class="hint" id="{id}-how">{Shapes.Encode(step.How)}</p></div></div>
                """);
        }
    }
}
