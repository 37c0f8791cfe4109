using System.Globalization;

namespace TrustCoach.Domain.Imports;

/// <summary>How a column writes its dates.</summary>
/// <param name="Pattern">A .NET date pattern; names of months are English.</param>
/// <param name="Label">The same for people, with an example.</param>
public sealed record DateFormat(string Pattern, string Label)
{
    public static IReadOnlyList<DateFormat> All { get; } =
    [
        new("yyyy-M-d", "2026-11-22"),
        new("yyyy-M-dTH:mm:ssK", "2026-11-22T15:30:00Z"),
        new("yyyy-M-d H:mm", "2026-11-22 15:30"),
        new("d-MMM-yy", "22-Nov-26"),
        new("d-MMM-yyyy", "22-Nov-2026"),
        new("d MMM yyyy", "22 Nov 2026"),
        new("MMM d, yyyy", "Nov 22, 2026"),
        new("d/M/yyyy", "22/11/2026 (day first)"),
        new("M/d/yyyy", "11/22/2026 (month first)"),
        new("d/M/yy", "22/11/26 (day first)"),
        new("M/d/yy", "11/22/26 (month first)"),
        new("d.M.yyyy", "22.11.2026"),
        new("d.M.yy", "22.11.26"),
    ];

    /// <summary>Whether values of this format say an hour.</summary>
    public bool HasTime => Pattern.Contains('H', StringComparison.Ordinal);

    /// <summary>Reads a value; false when it is not a date of this format. An offset is kept only where the pattern has one.</summary>
    public bool TryRead(string text, out DateTime value)
    {
        var style = Pattern.EndsWith('K') ? DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal : DateTimeStyles.None;
        return DateTime.TryParseExact(text.Trim(), Pattern, CultureInfo.InvariantCulture, style | DateTimeStyles.AllowWhiteSpaces, out value)
            && value.Year is >= 1970 and <= 2100;
    }

    public static DateFormat? Find(string? pattern) => All.FirstOrDefault(f => f.Pattern == pattern);

    /// <summary>
    /// The formats that read most of a column's values, best first; words such as 'not captured' are passed over.
    /// Two formats that read equally many mean that the file can be read two ways and its owner must say which.
    /// </summary>
    public static IReadOnlyList<DateFormat> Candidates(IReadOnlyCollection<string> values)
    {
        var counted = All.Select(f => (Format: f, Count: values.Count(v => f.TryRead(v, out _)))).Where(c => c.Count > 0).ToList();
        var best = counted.Count == 0 ? 0 : counted.Max(c => c.Count);
        return counted.Where(c => c.Count == best).Select(c => c.Format).ToList();
    }
}
