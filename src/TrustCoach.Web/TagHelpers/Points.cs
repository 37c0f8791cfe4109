using System.Globalization;

namespace TrustCoach.Web.TagHelpers;

/// <summary>How points and scores are written, everywhere the same.</summary>
public static class Points
{
    /// <summary>A change with its sign, one decimal and a real minus: "+4.6", "−11.2", "0.0".</summary>
    public static string Change(double value, IFormatProvider culture, int decimals = 1)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        var digits = Math.Abs(rounded).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), culture);
        return rounded switch { > 0 => "+" + digits, < 0 => "−" + digits, _ => digits };
    }

    /// <summary>A score from 0 to 100 as a whole number.</summary>
    public static string Whole(double value) =>
        ((int)Math.Round(value, MidpointRounding.AwayFromZero)).ToString(CultureInfo.InvariantCulture);
}
