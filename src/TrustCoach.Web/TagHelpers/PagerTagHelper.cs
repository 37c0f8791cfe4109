using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>Earlier and later pages of a list, filters kept. A list whose end is not counted says only whether more follows.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>The page shown, from 1.</summary>
    public int Number { get; set; } = 1;

    /// <summary>How many rows this page shows.</summary>
    public int Shown { get; set; }

    /// <summary>Rows on a full page.</summary>
    public int Size { get; set; } = 25;

    /// <summary>Whether a later page exists.</summary>
    public bool HasMore { get; set; }

    /// <summary>All rows, when they were counted.</summary>
    public int? Total { get; set; }

    /// <summary>The query parameter.</summary>
    public string Name { get; set; } = "page";

    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Number <= 1 && !HasMore)
        {
            output.SuppressOutput();
            return;
        }

        (output.TagName, output.TagMode) = ("nav", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "Pages");
        var first = ((Number - 1) * Size) + 1;
        var total = Total is null ? "" : $" of {Total.Value.ToString("N0", CultureInfo.CurrentCulture)}";
        output.Content.AppendHtml($"""<span>{first} to {first + Math.Max(Shown, 1) - 1}{total}</span><ul class="cluster">""");
        Step(output, Number > 1, Number - 1, "Previous", "prev");
        Step(output, HasMore, Number + 1, "Next", "next");
        output.Content.AppendHtml("</ul>");
    }

    private void Step(TagHelperOutput output, bool exists, int page, string text, string rel)
    {
        if (exists)
        {
            var url = View.HttpContext.Request.With(Name, page.ToString(CultureInfo.InvariantCulture));
            output.Content.AppendHtml($"""<li><a class="button small" rel="{rel}" href="{Shapes.Encode(url)}">{text}</a></li>""");
        }
    }
}
