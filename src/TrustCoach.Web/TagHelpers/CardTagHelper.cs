using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>A section with a heading and, beside it, a quiet note.</summary>
[HtmlTargetElement("card")]
public sealed class CardTagHelper : TagHelper
{
    public string? Title { get; set; }

    public string? Note { get; set; }

    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var own = output.Attributes["class"]?.Value;
        (output.TagName, output.TagMode) = ("section", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", own is null ? "card" : $"card {own}");
        if (Title is null)
        {
            return;
        }

        // Counted, because a card in a loop is one tag helper to Razor and would give every round the same id.
        var count = View.HttpContext.Items[typeof(CardTagHelper)] is int before ? before + 1 : 1;
        View.HttpContext.Items[typeof(CardTagHelper)] = count;
        var id = $"card-{count}";
        output.Attributes.SetAttribute("aria-labelledby", id);
        var note = Note is null ? "" : $"""<p class="card-note">{Shapes.Encode(Note)}</p>""";
        output.PreContent.SetHtmlContent($"""<header class="card-head"><h2 id="{id}">{Shapes.Encode(Title)}</h2>{note}</header>""");
    }
}
