using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TrustCoach.Web.Charts;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.TagHelpers;

/// <summary>
/// Credibility with its band, trust, and what happened. Written as SVG without a viewBox: places are percentages, so
/// lines stretch with the page while text and marks keep their size. The table below it says the same.
/// </summary>
[HtmlTargetElement("history-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HistoryChartTagHelper(Viewer viewer) : TagHelper
{
    private const double Top = 14, Depth = 152, MarkRow = 14;
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private static readonly int[] Steps = [0, 25, 50, 75, 100];

    private const int MarkRows = 3, MostLabels = 3, LongestLabel = 44;

    /// <summary>In day order, one a week or denser; fewer than two draw nothing.</summary>
    public IReadOnlyList<HistoryPoint> Points { get; set; } = [];

    public IReadOnlyList<HistoryMark> Marks { get; set; } = [];

    /// <summary>The table stands open below the chart: for a page that is all about it, and for paper.</summary>
    public bool TableOpen { get; set; }

    /// <summary>Whose history: "Ilse Brandt, Kestrel Foods".</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Points.Count < 2)
        {
            (output.TagName, output.TagMode) = ("p", TagMode.StartTagAndEndTag);
            output.Attributes.SetAttribute("class", "muted small");
            output.Content.SetContent("Too early for a history: it begins with the second week.");
            return;
        }

        var scale = new TimeScale(Points[0].Day, Points[^1].Day);
        var rows = Rows(scale, out var used);
        var marksTop = Top + Depth + 12;
        var ticksAt = marksTop + (used * MarkRow) + 10;
        (output.TagName, output.TagMode) = ("figure", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "history");
        var svg = new StringBuilder()
            .Append(Plain, $"""<div class="history-frame"><svg class="axis" width="32" height="{Svg.N(ticksAt + 6)}" aria-hidden="true">""");
        Axis(svg);
        svg.Append(Plain, $"""</svg><svg class="plot" width="100%" height="{Svg.N(ticksAt + 6)}" role="group" aria-label="{Shapes.Encode(Describe())}">""");
        Grid(svg);
        Lines(svg, scale);
        Breakers(svg, scale);
        foreach (var mark in Marks.Where(mark => Sign.Of(mark.Kind).Tone == "rules"))
            svg.Append(Plain, $"""<line class="rules-line" x1="{Percent(scale.At(mark.Day))}" x2="{Percent(scale.At(mark.Day))}" y1="{Svg.N(Top)}" y2="{Svg.N(Top + Depth)}"/>""");
        foreach (var (mark, row) in Marks.Zip(rows))
            Mark(svg, scale.At(mark.Day), marksTop + (row * MarkRow), mark);
        foreach (var (at, text) in scale.Ticks(viewer.Culture))
            svg.Append(Plain, $"""<text x="{Percent(at)}" y="{Svg.N(ticksAt)}" text-anchor="{(at > 97 ? "end" : at < 3 ? "start" : "middle")}" aria-hidden="true">{Shapes.Encode(text)}</text>""");
        svg.Append("</svg></div>");
        output.Content.AppendHtml(svg.ToString());
        output.Content.AppendHtml(Legend());
        output.Content.AppendHtml(HistoryTable.Write(Points, Marks, viewer, TableOpen));
    }

    private static string Percent(double value) => FormattableString.Invariant($"{Math.Round(value, 2)}%");

    private static double Y(double points) => Top + Depth - (Math.Clamp(points, 0, 100) / 100 * Depth);

    private static void Axis(StringBuilder svg)
    {
        foreach (var step in Steps)
            svg.Append(Plain, $"""<text x="24" y="{Svg.N(Y(step) + 4)}" text-anchor="end">{step}</text>""");
    }

    private static void Grid(StringBuilder svg)
    {
        foreach (var step in Steps)
            svg.Append(Plain, $"""<line class="grid" x2="100%" y1="{Svg.N(Y(step))}" y2="{Svg.N(Y(step))}"/>""");
    }

    // The inner picture is stretched to its place; strokes and dashes keep their size by the sheet's vector-effect.
    private void Lines(StringBuilder svg, TimeScale scale)
    {
        (double X, double Y) At(HistoryPoint point, double value) => (scale.At(point.Day) * 10, Y(value));
        var shown = Points.Where(point => !point.TooEarly).ToList();
        var upper = Points.Select(point => At(point, point.Credibility + point.HalfBand));
        var lower = Points.Reverse().Select(point => At(point, point.Credibility - point.HalfBand));
        svg.Append(Plain, $"""<svg class="lines" viewBox="0 0 1000 {Svg.N(Top + Depth)}" preserveAspectRatio="none" width="100%" height="{Svg.N(Top + Depth)}" aria-hidden="true">""")
            .Append(Plain, $"""<path class="band" d="{Svg.Line(upper.Concat(lower))}Z"/>""");
        if (Points.All(point => point.HalfBandTrust is not null))
        {
            var top = Points.Select(point => At(point, point.Trust + point.HalfBandTrust!.Value));
            var bottom = Points.Reverse().Select(point => At(point, point.Trust - point.HalfBandTrust!.Value));
            svg.Append(Plain, $"""<path class="trust-band" d="{Svg.Line(top.Concat(bottom))}Z"/>""");
        }

        if (shown.Count > 1)
        {
            svg.Append(Plain, $"""<path class="trust-line" d="{Svg.Line(shown.Select(point => At(point, point.Trust)))}"/>""")
                .Append(Plain, $"""<path class="credibility-line" d="{Svg.Line(shown.Select(point => At(point, point.Credibility)))}"/>""");
        }

        svg.Append("</svg>");
    }

    private void Breakers(StringBuilder svg, TimeScale scale)
    {
        var breakers = Marks.Where(mark => Sign.Of(mark.Kind).Tone == "broken").OrderBy(mark => mark.Day).ToList();
        // The latest are named; every one has its line, its mark and its row in the table.
        var unnamed = breakers.Count - MostLabels;
        for (var i = 0; i < breakers.Count; i++)
        {
            var at = scale.At(breakers[i].Day);
            svg.Append(Plain, $"""<line class="breaker-line" x1="{Percent(at)}" x2="{Percent(at)}" y1="{Svg.N(Top)}" y2="{Svg.N(Top + Depth)}"/>""");
            if (i < unnamed)
                continue;

            var text = $"{Sign.Of(breakers[i].Kind).Word}: {breakers[i].Text}";
            text = text.Length > LongestLabel ? $"{text[..(LongestLabel - 1)].TrimEnd()}…" : text;
            var (shift, anchor) = at > 45 ? (-6, "end") : (6, "start");
            svg.Append(Plain, $"""<svg x="{Percent(at)}" overflow="visible"><text class="breaker-label" x="{shift}" y="{Svg.N(Top + 9 + ((i - Math.Max(unnamed, 0)) * 14))}" text-anchor="{anchor}" aria-hidden="true">{Shapes.Encode(text)}</text></svg>""");
        }
    }

    private void Mark(StringBuilder svg, double at, double y, HistoryMark mark)
    {
        var sign = Sign.Of(mark.Kind);
        var name = Shapes.Encode($"{mark.Day.ToString("D", viewer.Culture)}: {sign.Word}. {mark.Text}");
        var drawing = $"""<title>{name}</title><rect class="hit" x="-12" y="-7" width="24" height="14"/><svg class="mark {sign.Tone}" x="-5.5" y="-5.5" width="11" height="11">{sign.Shape}</svg>""";
        svg.Append(Plain, $"""<svg x="{Percent(at)}" y="{Svg.N(y)}" overflow="visible">""")
            .Append(mark.Url is null
                ? $"""<g role="img" aria-label="{name}">{drawing}</g>"""
                : $"""<a href="{Shapes.Encode(mark.Url)}" aria-label="{name}">{drawing}</a>""")
            .Append("</svg>");
    }

    // Marks of the same days stand under each other, in up to three rows.
    private List<int> Rows(TimeScale scale, out int used)
    {
        var last = Enumerable.Repeat(double.NegativeInfinity, MarkRows).ToArray();
        var rows = new int[Marks.Count];
        foreach (var i in Enumerable.Range(0, Marks.Count).OrderBy(i => Marks[i].Day))
        {
            var at = scale.At(Marks[i].Day);
            rows[i] = Math.Max(Array.FindIndex(last, x => at - x >= 2.2), 0);
            last[rows[i]] = at;
        }

        used = rows.Length == 0 ? 1 : rows.Max() + 1;
        return [.. rows];
    }

    private string Legend()
    {
        var kinds = Marks.Select(mark => Sign.Of(mark.Kind)).Select(sign => sign.Tone == "broken" ? Sign.Of("Breaker") : sign)
            .Where(sign => sign.Tone != "neutral").DistinctBy(sign => sign.Tone)
            .Select(sign => $"""<span class="sign {sign.Tone}">{sign.Shape}{(sign.Tone == "broken" ? "Trust breaker" : Sign.Of(sign.Tone).Word)}</span>""");
        return $"""<p class="legend">{string.Concat(kinds)}<span class="push"><i class="key-line"></i>Credibility, with how sure we are</span><span><i class="key-dots"></i>Trust</span></p>""";
    }

    private string Describe()
    {
        var (first, last) = (Points.FirstOrDefault(p => !p.TooEarly), Points[^1]);
        var course = first is null || last.TooEarly
            ? "too early to say"
            : $"credibility from {TagHelpers.Points.Whole(first.Credibility)} to {TagHelpers.Points.Whole(last.Credibility)}, trust from {TagHelpers.Points.Whole(first.Trust)} to {TagHelpers.Points.Whole(last.Trust)}";
        return $"{Label}, {Points[0].Day.ToString("D", viewer.Culture)} to {last.Day.ToString("D", viewer.Culture)}: {course}";
    }
}
