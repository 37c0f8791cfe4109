using System.Globalization;

namespace TrustCoach.Web.TagHelpers;

/// <summary>Numbers for SVG: a point for the decimal, whatever the reader's culture, and no more digits than a pixel shows.</summary>
internal static class Svg
{
    public static string N(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A polyline through points as path data.</summary>
    public static string Line(IEnumerable<(double X, double Y)> points) =>
        "M" + string.Join("L", points.Select(p => $"{N(p.X)} {N(p.Y)}"));
}
