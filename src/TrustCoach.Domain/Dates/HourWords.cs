using System.Globalization;
using System.Text.RegularExpressions;

namespace TrustCoach.Domain.Dates;

/// <summary>Reads an hour: 15:00, 3pm, at 3, 15 Uhr, 15h30, noon.</summary>
internal static partial class HourWords
{
    private static readonly string[] At = ["at", "@", "um", "om", "klo", "kl", "a", "as", "las", "alle", "o", "v", "ve", "ab"];

    /// <summary>The hours that some words can mean; none when they are no hour.</summary>
    /// <param name="alone">Nothing else was typed: 12.10 is then a day, unless the culture writes hours so.</param>
    /// <param name="trouble">An hour that no day has.</param>
    public static TimeOnly[] Read(ReadOnlySpan<string> words, DateNames names, bool alone, out string? trouble)
    {
        trouble = null;
        var marked = false;
        for (; words.Length > 1 && At.Contains(words[0]); words = words[1..])
            marked = true;
        var written = string.Concat(words);
        if (written is "noon" or "midday")
            return [new(12, 0)];
        if (written == "midnight")
        {
            trouble = "Midnight belongs to two days: write 0:00 or 23:59.";
            return [];
        }

        var found = Pattern().Match(written);
        var (separator, half, unit) = (found.Groups["separator"].Value, found.Groups["half"].Value, found.Groups["unit"].Value);
        var sure = marked || half.Length + unit.Length > 0;
        if (!found.Success || !(sure || separator is ":" or "h" || (separator == "." && names.HoursWithDots && !(alone && names.TwelveHours))))
            return [];
        var digits = found.Groups["hour"].Value;
        var hour = int.Parse(digits, CultureInfo.InvariantCulture);
        var minute = separator.Length == 0 ? 0 : int.Parse(found.Groups["minute"].Value, CultureInfo.InvariantCulture);
        if (hour > 23 || minute > 59 || (half.Length > 0 && (hour == 0 || (half == "am" && hour > 12))))
        {
            // With a dot it may be a day, such as 31.12: then that says what is wrong.
            trouble = separator == "." ? null : $"There is no {written}: hours go from 0:00 to 23:59.";
            return [];
        }

        if (half.Length > 0)
            return [new(half == "am" ? hour % 12 : hour < 12 ? hour + 12 : hour, minute)];
        var clear = hour is 0 or > 12 || digits.StartsWith('0') || unit is "h" or "hrs" or "uhr" || separator == "h" || (separator.Length > 0 && !names.TwelveHours);
        return clear ? [new(hour, minute)] : [new(hour % 12, minute), new((hour % 12) + 12, minute)];
    }

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2})(?:(?<separator>[:.h])(?<minute>[0-9][0-9])(?::[0-9][0-9])?)?(?<half>am|pm)?(?<unit>h|hrs|uhr|oclock)?$")]
    private static partial Regex Pattern();
}
