using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>A group of radios. Nothing is chosen unless the (nullable) property or the person chose it.</summary>
[HtmlTargetElement("choices", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoicesTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")] public ModelExpression For { get; set; } = null!;

    /// <summary>The question the group answers.</summary>
    public string Legend { get; set; } = "";

    public string? Hint { get; set; }

    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>"segments" for two to five short words, "chips" for names, "options" for a list with hints (the item's group name).</summary>
    public string Look { get; set; } = "segments";

    /// <summary>Whether to write "optional" beside the legend; follows the property otherwise.</summary>
    public bool? Optional { get; set; }

    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = FieldParts.Of(View, For, Hint);
        var chosen = parts.Attempted(View, For);
        RadioGroup.Open(output, parts, Legend, Optional ?? !For.Metadata.IsRequired);
        output.Content.AppendHtml($"""<div class="{Shapes.Encode(Look)}">""");
        var index = 0;
        foreach (var item in Items)
        {
            var hint = Look == "options" && item.Group is { } group ? $"""<span class="choice-hint">{Shapes.Encode(group.Name)}</span>""" : "";
            var value = item.Value ?? item.Text;
            var isChosen = chosen is null ? item.Selected : string.Equals(value, chosen, StringComparison.OrdinalIgnoreCase);
            output.Content.AppendHtml(RadioGroup.Radio(parts, index++, value, isChosen, $"<span>{Shapes.Encode(item.Text)}</span>{hint}", item.Disabled));
        }

        output.Content.AppendHtml(await output.GetChildContentAsync());
        output.Content.AppendHtml("</div>");
    }
}
