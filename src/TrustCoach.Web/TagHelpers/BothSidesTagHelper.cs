using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>One row with what is counted on its left and on its right.</summary>
public sealed record SidesRow(string Label, int Left, int Right)
{
    /// <summary>Two times ten counts, of 0 to 10, 10 to 20, …, 90 to 100 points: the highest first.</summary>
    public static IReadOnlyList<SidesRow> ByTenPoints(IReadOnlyList<int> left, IReadOnlyList<int> right) =>
        [.. Enumerable.Range(0, left.Count).Reverse().Select(band => new SidesRow($"{band * 10}–{(band + 1) * 10}", left[band], right[band]))];
}

/// <summary>Two counts in every row, today and tomorrow or ours and theirs: a chart that is its own table, its bars growing to both sides.</summary>
[HtmlTargetElement("both-sides", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BothSidesTagHelper : TagHelper
{
    /// <summary>What is counted, for who hears it: "Trust: relationships by ten points, today and under the draft".</summary>
    public string Label { get; set; } = "";

    public string LeftHead { get; set; } = "";

    /// <summary>What the rows are: "Month".</summary>
    public string Head { get; set; } = "";

    public string RightHead { get; set; } = "";

    /// <summary>Tone of the left bars; the right ones have the other of "met" and "accent".</summary>
    public string LeftTone { get; set; } = "met";

    public IReadOnlyList<SidesRow> Rows { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("table", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "both-sides");
        output.Content.AppendHtml($"""
            <caption class="visually-hidden">{Shapes.Encode(Label)}</caption>
            <thead><tr><th scope="col" class="side left">{Shapes.Encode(LeftHead)}</th><th scope="col">{Shapes.Encode(Head)}</th><th scope="col" class="side">{Shapes.Encode(RightHead)}</th></tr></thead><tbody>
            """);
        var most = Math.Max(Rows.Select(r => Math.Max(r.Left, r.Right)).DefaultIfEmpty(0).Max(), 1);
        var rightTone = LeftTone == "met" ? "accent" : "met";
        foreach (var row in Rows)
        {
            output.Content.AppendHtml(
                $"""<tr><td class="side left">{Cell(row.Left, most, LeftTone)}</td><th scope="row">{Shapes.Encode(row.Label)}</th><td class="side">{Cell(row.Right, most, rightTone)}</td></tr>""");
        }

        output.Content.AppendHtml("</tbody>");
    }

    private static string Cell(int count, int most, string tone) =>
        $"<span><b>{count.ToString("N0", CultureInfo.CurrentCulture)}</b>{BarsTagHelper.Draw((double)count / most, tone)}</span>";
}
