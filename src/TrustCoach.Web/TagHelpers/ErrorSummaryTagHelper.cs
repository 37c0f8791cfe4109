using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>Every refusal of the form in one place, each linking to its field. Writes nothing when there is none.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    public string Title { get; set; } = "Nothing is saved yet";

    /// <summary>What was kept; shown under the title.</summary>
    public string Kept { get; set; } = "Everything you typed is still here.";

    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (View.ViewData.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.AppendHtml($"<h2>{Shapes.Encode(Title)}</h2><p>{Shapes.Encode(Kept)}</p><ul>");
        foreach (var (name, entry) in View.ViewData.ModelState.Where(e => e.Value is { Errors.Count: > 0 }))
        {
            var message = entry!.Errors.Select(e => e.ErrorMessage).FirstOrDefault(m => m.Length > 0) ?? "Enter a value we can read.";
            output.Content.AppendHtml(name.Length == 0
                ? $"<li>{Shapes.Encode(message)}</li>"
                : $"""<li><a href="#{FieldParts.IdOf(View, name)}">{Shapes.Encode(message)}</a></li>""");
        }

        output.Content.AppendHtml("</ul>");
    }
}
