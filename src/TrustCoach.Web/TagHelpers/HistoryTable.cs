using System.Globalization;
using System.Text;
using TrustCoach.Web.Charts;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.TagHelpers;

/// <summary>The history as a table: the chart's equal for those who cannot or would not look at it.</summary>
internal static class HistoryTable
{
    public static string Write(IReadOnlyList<HistoryPoint> points, IReadOnlyList<HistoryMark> marks, Viewer viewer, bool open)
    {
        var bands = points.Any(point => point.HalfBandTrust is not null);
        var rows = points.Select(point => (point.Day, Order: 1, Html: Cells(point, bands) + (marks.Count > 0 ? "<td></td>" : "")))
            .Concat(marks.Select(mark => (mark.Day, Order: 0, Html: Cells(mark, bands))))
            .OrderByDescending(row => row.Day).ThenBy(row => row.Order);
        var table = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"""<details class="more as-table"{(open ? " open" : "")}><summary>Show as table</summary><div class="table-scroll" role="region" aria-label="History as a table" tabindex="0"><table class="table tight">""")
            .Append("""<thead><tr><th scope="col">Day</th><th scope="col" class="numeric">Credibility</th><th scope="col" class="numeric">Band</th><th scope="col" class="numeric">Trust</th>""")
            .Append(bands ? """<th scope="col" class="numeric">Band</th>""" : "")
            .Append(marks.Count > 0 ? """<th scope="col">What happened</th>""" : "").Append("</tr></thead><tbody>");
        foreach (var (day, _, html) in rows)
            table.Append(CultureInfo.InvariantCulture, $"""<tr><th scope="row" class="nowrap">{Shapes.Encode(day.ToString("d", viewer.Culture))}</th>{html}</tr>""");
        return table.Append("</tbody></table></div></details>").ToString();
    }

    private static string Cells(HistoryPoint point, bool bands)
    {
        if (point.TooEarly)
            return $"""<td colspan="{(bands ? 4 : 3)}" class="aside">too early to say</td>""";
        var trustBand = bands ? $"""<td class="numeric">±{Points.Whole(point.HalfBandTrust ?? 0)}</td>""" : "";
        return $"""<td class="numeric">{Points.Whole(point.Credibility)}</td><td class="numeric">±{Points.Whole(point.HalfBand)}</td><td class="numeric">{Points.Whole(point.Trust)}</td>{trustBand}""";
    }

    private static string Cells(HistoryMark mark, bool bands)
    {
        var sign = Sign.Of(mark.Kind);
        return $"""<td></td><td></td><td></td>{(bands ? "<td></td>" : "")}<td><span class="sign {sign.Tone}">{sign.Shape}<span>{Shapes.Encode(sign.Word)}</span></span> {Shapes.Encode(mark.Text)}</td>""";
    }
}
