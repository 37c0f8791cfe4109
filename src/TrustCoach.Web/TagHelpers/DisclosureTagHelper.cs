using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>A row that opens; by itself when something inside was refused. Put several in a div class="disclosures".</summary>
[HtmlTargetElement("disclosure")]
public sealed class DisclosureTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public string? Hint { get; set; }

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = (await output.GetChildContentAsync()).GetContent();
        (output.TagName, output.TagMode) = ("details", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "disclosure");
        if (Open || content.Contains("aria-invalid=\"true\"", StringComparison.Ordinal))
        {
            output.Attributes.SetAttribute(new TagHelperAttribute("open"));
        }

        var hint = Hint is null ? "" : $"""<span class="disclosure-hint">{Shapes.Encode(Hint)}</span>""";
        output.Content.SetHtmlContent($"""<summary><span class="disclosure-title">{Shapes.Encode(Title)}</span>{hint}</summary><div class="disclosure-body">{content}</div>""");
    }
}
