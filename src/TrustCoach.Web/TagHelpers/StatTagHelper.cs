using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>One number of a strip; several stand in a dl class="stats".</summary>
[HtmlTargetElement("stat", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatTagHelper : TagHelper
{
    /// <summary>The number as it is read; empty when it is too early to say.</summary>
    public string? Value { get; set; }

    /// <summary>What it is.</summary>
    public string Label { get; set; } = "";

    /// <summary>The change against the period before, with its sign.</summary>
    public string? Change { get; set; }

    /// <summary>The rows behind it; the whole number is then the link.</summary>
    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "stat");
        var value = string.IsNullOrEmpty(Value)
            ? """<span class="stat-value early">too early to say</span>"""
            : $"""<span class="stat-value">{Shapes.Encode(Value)}</span>""";
        var change = Change is null ? "" : $"""<span class="stat-change">{Shapes.Encode(Change)}<span class="visually-hidden"> against the period before</span></span>""";
        var label = string.IsNullOrEmpty(Href) ? Shapes.Encode(Label) : $"""<a href="{Shapes.Encode(Href)}">{Shapes.Encode(Label)}</a>""";
        output.Content.SetHtmlContent($"<dt>{label}</dt><dd>{value}{change}</dd>");
    }
}
