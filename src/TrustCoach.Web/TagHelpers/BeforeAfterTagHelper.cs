using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>How many stand between each ten points, before and after: a chart that is its own table, its bars growing to both sides.</summary>
[HtmlTargetElement("before-after", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BeforeAfterTagHelper : TagHelper
{
    /// <summary>Which score: "Trust".</summary>
    public string Label { get; set; } = "";

    /// <summary>Ten counts, of 0 to 10, 10 to 20, …, 90 to 100 points.</summary>
    public IReadOnlyList<int> Before { get; set; } = [];

    /// <summary>The same after.</summary>
    public IReadOnlyList<int> After { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("table", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "before-after");
        output.Content.AppendHtml($"""
            <caption class="visually-hidden">{Shapes.Encode(Label)}: relationships by ten points, today and under the draft</caption>
            <thead><tr><th scope="col" class="side before">Today</th><th scope="col">Points</th><th scope="col" class="side">Under the draft</th></tr></thead><tbody>
            """);
        var most = Math.Max(Before.Concat(After).DefaultIfEmpty(0).Max(), 1);
        for (var band = Before.Count - 1; band >= 0; band--)
        {
            var range = $"{band * 10}–{(band + 1) * 10}";
            output.Content.AppendHtml(
                $"""<tr><td class="side before">{Cell(Before[band], most, "met")}</td><th scope="row">{range}</th><td class="side">{Cell(After[band], most, "accent")}</td></tr>""");
        }

        output.Content.AppendHtml("</tbody>");
    }

    private static string Cell(int count, int most, string tone) =>
        $"<span><b>{count.ToString("N0", CultureInfo.CurrentCulture)}</b>{BarsTagHelper.Draw((double)count / most, tone)}</span>";
}
