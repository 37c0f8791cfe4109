using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TrustCoach.Domain.TrustLists;

namespace TrustCoach.Web.TagHelpers;

/// <summary>Reasons to trust somebody, to tick, for a property that is a list of their words.</summary>
[HtmlTargetElement("trait-chips", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TraitChipsTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")] public ModelExpression For { get; set; } = null!;

    public string Legend { get; set; } = "";

    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = FieldParts.Of(View, For, null);
        var ticked = For.Model as IReadOnlyCollection<string> ?? [];
        (output.TagName, output.TagMode) = ("fieldset", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "field choices");
        output.Content.AppendHtml($"""<legend class="label">{Shapes.Encode(Legend)}</legend>""");
        parts.WriteMessages(output.Content);
        output.Content.AppendHtml("""<div class="chips">""");
        for (var i = 0; i < TraitWords.Known.Count; i++)
        {
            var (id, word) = (i == 0 ? parts.Id : $"{parts.Id}_{i + 1}", TraitWords.Known[i].Word);
            var isTicked = ticked.Contains(word, StringComparer.Ordinal);
            output.Content.AppendHtml($"""
                <div class="choice"><input type="checkbox" id="{id}" name="{parts.Name}" value="{Shapes.Encode(word)}"{(isTicked ? " checked" : "")} autocomplete="off"><label for="{id}">{Shapes.Encode(word)}</label></div>
                """);
        }

        output.Content.AppendHtml("</div>");
    }
}
