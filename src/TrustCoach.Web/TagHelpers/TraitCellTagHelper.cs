using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>A table cell with a trait reading, tinted in six steps; the number is the message.</summary>
[HtmlTargetElement("trait-cell", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TraitCellTagHelper : TagHelper
{
    /// <summary>0 to 100; null when it is too early to say.</summary>
    public double? Value { get; set; }

    /// <summary>The trait's name, shown where the table turns into cards.</summary>
    public string Label { get; set; } = "";

    /// <summary>The events behind it.</summary>
    public string? Href { get; set; }

    /// <summary>1 (far below) to 6 (far above); 65 is the middle, where amber turns to green.</summary>
    public static int Step(double value) => value switch { < 50 => 1, < 58 => 2, < 65 => 3, < 75 => 4, < 85 => 5, _ => 6 };

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("td", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "heat-cell");
        output.Attributes.SetAttribute("data-label", Label);
        // A page without events says nothing or an empty text, as Razor joins them.
        var isLinked = !string.IsNullOrEmpty(Href);
        var tag = !isLinked ? "span" : $"""a href="{Shapes.Encode(Href!)}" """;
        var close = isLinked ? "a" : "span";
        output.Content.SetHtmlContent(Value is { } value
            ? $"""<{tag} class="heat heat-{Step(value)}">{Points.Whole(value)}</{close}>"""
            : $"""<{tag} class="heat early">too early</{close}>""");
    }
}
