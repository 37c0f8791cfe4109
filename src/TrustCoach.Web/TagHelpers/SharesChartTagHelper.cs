using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TrustCoach.Domain.Lab;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.TagHelpers;

/// <summary>
/// Who is there, generation by generation, as bands on top of each other, and what an encounter earns below. Each band that is wide
/// enough somewhere carries its name there, the legend says where each begins and ends, and the table says all of it.
/// </summary>
[HtmlTargetElement("shares-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SharesChartTagHelper(Viewer viewer) : TagHelper
{
    private const double Top = 6, EarnedGap = 26, Narrowest = .09;
    private const int MostRows = 21;
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public string Label { get; set; } = "";

    public PopulationCourse Course { get; set; } = null!;

    /// <summary>The payoff that the line of earnings reaches at most.</summary>
    public double Most { get; set; } = Payoffs.Default.Reward;

    /// <summary>Beside another one.</summary>
    public bool Small { get; set; }

    private double Depth => Small ? 150 : 230;

    private double EarnedDepth => Small ? 34 : 48;

    private int Last => Course.Shares.Count - 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("figure", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", Small ? "shares small" : "shares");
        output.Content.AppendHtml(Picture()).AppendHtml(Legend()).AppendHtml(Table());
    }

    private double Height => Top + Depth + EarnedGap + EarnedDepth + 20;

    private string Picture()
    {
        var earnedTop = Top + Depth + EarnedGap;
        var svg = new StringBuilder()
            .Append(Plain, $"""<div class="shares-frame"><svg class="axis" width="44" height="{Svg.N(Height)}" aria-hidden="true">""");
        foreach (var share in (double[])[0, .5, 1])
            svg.Append(Plain, $"""<text x="38" y="{Svg.N(Y(share) + 4)}" text-anchor="end">{share.ToString("P0", viewer.Culture)}</text>""");
        svg.Append(Plain, $"""<text x="38" y="{Svg.N(earnedTop + 4)}" text-anchor="end">{Most.ToString("0.#", viewer.Culture)}</text><text x="38" y="{Svg.N(earnedTop + EarnedDepth + 4)}" text-anchor="end">0</text></svg>""")
            .Append(Plain, $"""<svg class="plot" width="100%" height="{Svg.N(Height)}" role="img" aria-label="{Shapes.Encode(Describe())}">""")
            .Append(Plain, $"""<svg viewBox="0 0 1000 {Svg.N(Height)}" preserveAspectRatio="none" width="100%" height="{Svg.N(Height)}" aria-hidden="true">""");
        for (var kind = 0; kind < Course.Kinds.Count; kind++)
            svg.Append(Plain, $"""<path class="kind {Course.Kinds[kind].Code}" d="{Band(kind)}"/>""");
        svg.Append(Plain, $"""<path class="earned" d="{Svg.Line(Course.Earned.Select((earned, at) => (X(at) * 10, earnedTop + EarnedDepth - (Math.Clamp(earned / Most, 0, 1) * EarnedDepth))))}"/></svg>""")
            .Append(Plain, $"""<line class="grid" x2="100%" y1="{Svg.N(earnedTop)}" y2="{Svg.N(earnedTop)}"/><line class="grid" x2="100%" y1="{Svg.N(earnedTop + EarnedDepth)}" y2="{Svg.N(earnedTop + EarnedDepth)}"/>""")
            .Append(Plain, $"""<text class="what" x="0" y="{Svg.N(earnedTop - 7)}" aria-hidden="true">Earned per encounter</text>""");
        for (var kind = 0; kind < Course.Kinds.Count; kind++)
            svg.Append(Name(kind));
        foreach (var at in Ticks())
            svg.Append(Plain, $"""<text x="{Percent(X(at))}" y="{Svg.N(Height - 3)}" text-anchor="{(at == 0 ? "start" : at == Last ? "end" : "middle")}" aria-hidden="true">{(at == Last ? $"generation {at}" : at)}</text>""");
        return svg.Append("</svg></div>").ToString();
    }

    private double X(int generation) => generation * 100d / Math.Max(Last, 1);

    private double Y(double share) => Top + ((1 - share) * Depth);

    private static string Percent(double value) => FormattableString.Invariant($"{Math.Round(value, 2)}%");

    private double Below(int generation, int kind) => Course.Shares[generation].Take(kind).Sum();

    private string Band(int kind)
    {
        var upper = Enumerable.Range(0, Last + 1).Select(at => (X(at) * 10, Y(Below(at, kind + 1))));
        var lower = Enumerable.Range(0, Last + 1).Reverse().Select(at => (X(at) * 10, Y(Below(at, kind))));
        return Svg.Line(upper.Concat(lower)) + "Z";
    }

    // Where the band is widest, a little off the edges; too narrow a band is named by the legend alone.
    private string Name(int kind)
    {
        var (from, to) = (Last / 10, Last - (Last / 10));
        var at = Enumerable.Range(from, to - from + 1).MaxBy(generation => Course.Shares[generation][kind]);
        if (Course.Shares[at][kind] < Narrowest)
            return "";
        var (x, middle) = (X(at), Y(Below(at, kind) + (Course.Shares[at][kind] / 2)));
        return string.Create(Plain, $"""<text class="name" x="{Percent(x)}" y="{Svg.N(middle + 4)}" text-anchor="{(x < 20 ? "start" : x > 80 ? "end" : "middle")}" aria-hidden="true">{Shapes.Encode(Course.Kinds[kind].Name)}</text>""");
    }

    // Few enough for a phone.
    private IEnumerable<int> Ticks() => Last < 4 ? [0, Last] : [0, Last / 2, Last];

    private string Legend()
    {
        var kinds = Course.Kinds.Select((kind, at) =>
            $"""<li><i class="swatch {kind.Code}"></i>{Shapes.Encode(kind.Name)} <span class="muted">{Share(0, at)} → {Share(Last, at)}</span></li>""");
        return $"""<ul class="shares-legend">{string.Concat(kinds)}</ul>""";
    }

    private string Table()
    {
        var step = Math.Max(1, (int)Math.Ceiling(Last / (MostRows - 1d)));
        var rows = Enumerable.Range(0, Last + 1).Where(at => at % step == 0 || at == Last).Select(at =>
            $"""<tr><th scope="row" class="numeric">{at}</th>{string.Concat(Course.Kinds.Select((_, kind) => $"""<td class="numeric">{Share(at, kind)}</td>"""))}<td class="numeric">{Course.Earned[at].ToString("0.00", viewer.Culture)}</td></tr>""");
        var heads = Course.Kinds.Select(kind => $"""<th scope="col" class="numeric">{Shapes.Encode(kind.Name)}</th>""");
        return $"""
            <details class="more as-table"><summary>Show as table</summary><div class="table-scroll" role="region" aria-label="{Shapes.Encode($"{Label}, table")}" tabindex="0"><table class="table tight">
            <thead><tr><th scope="col" class="numeric">Generation</th>{string.Concat(heads)}<th scope="col" class="numeric">Earned</th></tr></thead><tbody>{string.Concat(rows)}</tbody></table></div></details>
            """;
    }

    private string Share(int generation, int kind) => Course.Shares[generation][kind] switch
    {
        > 0 and < .005 => $"&lt; {.01.ToString("P0", viewer.Culture)}",
        var share => share.ToString("P0", viewer.Culture),
    };

    private string Describe()
    {
        var shares = Course.Kinds.Select((kind, at) => $"{kind.Name} {Course.Shares[0][at] * 100:0} to {Course.Shares[^1][at] * 100:0} percent");
        return $"{Label}, {Last} generations: {string.Join(", ", shares)}; earned per encounter {Course.Earned[0].ToString("0.0", viewer.Culture)} to {Course.Earned[^1].ToString("0.0", viewer.Culture)}.";
    }
}
