using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>One step of the way to a page.</summary>
public sealed record Crumb(string Text, string Url);

/// <summary>The page's title and first sentence; its content becomes the actions. Sets the document title too.</summary>
[HtmlTargetElement("page-header")]
public sealed class PageHeaderTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    /// <summary>One sentence that answers the page's question.</summary>
    public string? Lead { get; set; }

    public IReadOnlyList<Crumb>? Trail { get; set; }

    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        View.ViewData["Title"] ??= Title;
        var actions = await output.GetChildContentAsync();
        (output.TagName, output.TagMode) = ("header", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "page-header");
        output.Content.SetHtmlContent("""<div class="page-heading">""");
        if (Trail is { Count: > 0 })
        {
            var steps = Trail.Select(crumb => $"""<li><a href="{Shapes.Encode(crumb.Url)}">{Shapes.Encode(crumb.Text)}</a></li>""");
            output.Content.AppendHtml($"""<nav aria-label="Breadcrumb"><ol class="trail">{string.Concat(steps)}</ol></nav>""");
        }

        output.Content.AppendHtml($"<h1>{Shapes.Encode(Title)}</h1>");
        if (!string.IsNullOrWhiteSpace(Lead))
        {
            output.Content.AppendHtml($"""<p class="lead">{Shapes.Encode(Lead)}</p>""");
        }

        output.Content.AppendHtml("</div>");
        if (!actions.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml("""<div class="page-actions">""").AppendHtml(actions).AppendHtml("</div>");
        }
    }
}
