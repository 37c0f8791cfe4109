using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>"Download as CSV": this page's address with the handler that answers with the file, period and filters kept.</summary>
[HtmlTargetElement("csv-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CsvLinkTagHelper : TagHelper
{
    /// <summary>The page's handler.</summary>
    public string Handler { get; set; } = "Csv";

    /// <summary>Another address that answers with the file; this page's own handler otherwise.</summary>
    public string? Href { get; set; }

    /// <summary>The words of the link, where two stand beside each other.</summary>
    public string Text { get; set; } = "Download as CSV";

    /// <summary>What is downloaded, for who hears the page and where a page has several: "Reps".</summary>
    public string Of { get; set; } = "";

    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("span", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "csv");
        var url = Href ?? View.HttpContext.Request.With("handler", Handler);
        var of = Of.Length == 0 ? "" : $"""<span class="visually-hidden">: {Shapes.Encode(Of)}</span>""";
        output.Content.SetHtmlContent($"""<a href="{Shapes.Encode(url)}" download>{Shapes.Encode(Text)}{of}</a>""");
    }
}
