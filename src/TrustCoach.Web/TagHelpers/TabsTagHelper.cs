using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>One of several views of the same page, by link.</summary>
/// <param name="Value">The value of the query parameter.</param>
public sealed record Tab(string Text, string Value, int? Count = null);

/// <summary>A switch between views: links that change one query parameter and keep the others.</summary>
[HtmlTargetElement("tabs", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TabsTagHelper : TagHelper
{
    /// <summary>What is switched, for people who hear the page: "Period".</summary>
    public string Label { get; set; } = "View";

    /// <summary>The query parameter.</summary>
    public string Name { get; set; } = "view";

    public string Current { get; set; } = "";

    public IReadOnlyList<Tab> Items { get; set; } = [];

    /// <summary>"tabs" for a compact switch, "section-tabs" for the parts of a large page.</summary>
    public string Look { get; set; } = "tabs";

    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("nav", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", Look);
        output.Attributes.SetAttribute("aria-label", Label);
        foreach (var tab in Items)
        {
            var url = View.HttpContext.Request.With(Name, tab.Value, without: "page");
            var current = tab.Value == Current ? " aria-current=\"true\"" : "";
            var count = tab.Count is null ? "" : $"""<span class="menu-count">{tab.Count}</span>""";
            output.Content.AppendHtml($"""<a href="{Shapes.Encode(url)}"{current}>{Shapes.Encode(tab.Text)}{count}</a>""");
        }
    }
}
