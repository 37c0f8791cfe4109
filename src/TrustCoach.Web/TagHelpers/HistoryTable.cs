using System.Globalization;
using System.Text;
using TrustCoach.Web.Charts;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.TagHelpers;

/// <summary>The history as a table: the chart's equal for those who cannot or would not look at it.</summary>
internal static class HistoryTable
{
    public static string Write(IReadOnlyList<HistoryPoint> points, IReadOnlyList<HistoryMark> marks, Viewer viewer)
    {
        var rows = points.Select(point => (point.Day, Order: 1, Html: Cells(point)))
            .Concat(marks.Select(mark => (mark.Day, Order: 0, Html: Cells(mark))))
            .OrderByDescending(row => row.Day).ThenBy(row => row.Order);
        var table = new StringBuilder("""
            <details class="more as-table"><summary>Show as table</summary><div class="table-scroll" role="region" aria-label="History as a table" tabindex="0"><table class="table tight">
            <thead><tr><th scope="col">Day</th><th scope="col" class="numeric">Credibility</th><th scope="col" class="numeric">Band</th><th scope="col" class="numeric">Trust</th><th scope="col">What happened</th></tr></thead><tbody>
            """);
        foreach (var (day, _, html) in rows)
            table.Append(CultureInfo.InvariantCulture, $"""<tr><th scope="row" class="nowrap">{Shapes.Encode(day.ToString("d", viewer.Culture))}</th>{html}</tr>""");
        return table.Append("</tbody></table></div></details>").ToString();
    }

    private static string Cells(HistoryPoint point) => point.TooEarly
        ? """<td colspan="3" class="aside">too early to say</td><td></td>"""
        : $"""<td class="numeric">{Points.Whole(point.Credibility)}</td><td class="numeric">±{Points.Whole(point.HalfBand)}</td><td class="numeric">{Points.Whole(point.Trust)}</td><td></td>""";

    private static string Cells(HistoryMark mark)
    {
        var sign = Sign.Of(mark.Kind);
        return $"""<td></td><td></td><td></td><td><span class="sign {sign.Tone}">{sign.Shape}<span>{Shapes.Encode(sign.Word)}</span></span> {Shapes.Encode(mark.Text)}</td>""";
    }
}
