using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>Missed, met or exceeded as three large buttons, with "courtesy only" below. Posts the outcome's name.</summary>
[HtmlTargetElement("outcome-choice", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OutcomeChoiceTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")] public ModelExpression For { get; set; } = null!;

    public string Legend { get; set; } = "How did it go against what they expected?";

    public string? Hint { get; set; }

    /// <summary>Whether "courtesy only" can be chosen.</summary>
    public bool Courtesy { get; set; } = true;

    /// <summary>Whether "not known yet" (pending) can be chosen.</summary>
    public bool Pending { get; set; }

    /// <summary>What else can be answered, as chips below.</summary>
    public IEnumerable<SelectListItem> Besides { get; set; } = [];

    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = FieldParts.Of(View, For, Hint);
        var chosen = parts.Attempted(View, For);
        var index = 0;
        string Radio(string value, string label) =>
            RadioGroup.Radio(parts, index++, value, string.Equals(value, chosen, StringComparison.OrdinalIgnoreCase), label);

        RadioGroup.Open(output, parts, Legend, isOptional: false);
        output.Content.AppendHtml("""<div class="segments tall">""");
        output.Content.AppendHtml(Radio("Missed", Shapes.Missed + "<span>Missed</span>"));
        output.Content.AppendHtml(Radio("Met", Shapes.Met + "<span>Met</span>"));
        output.Content.AppendHtml(Radio("Exceeded", Shapes.Exceeded + "<span>Exceeded</span>"));
        output.Content.AppendHtml("</div>");
        if (Besides.Any())
        {
            output.Content.AppendHtml($"""<div class="chips">{string.Concat(Besides.Select(item => Radio(item.Value, Shapes.Encode(item.Text))))}</div>""");
        }

        if (Courtesy)
        {
            output.Content.AppendHtml($"""<div class="courtesy">{Radio("Courtesy", "Just a courtesy call: log it as contact only")}</div>""");
        }

        if (Pending)
        {
            output.Content.AppendHtml($"""<div class="courtesy">{Radio("Pending", "Not known yet")}</div>""");
        }
    }
}
