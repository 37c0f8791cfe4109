using TrustCoach.Domain;
using TrustCoach.Domain.Imports;

namespace TrustCoach.Services.Imports;

/// <summary>One row of a file, read by field through the mapping.</summary>
internal sealed class RowValues(CsvTable table, ImportMapping mapping, string[] row, TimeZoneInfo zone)
{
    /// <summary>The cell, or null when the field has no column or the cell is empty.</summary>
    public string? Text(string field) =>
        mapping.Columns.TryGetValue(field, out var heading) && table.Cell(row, heading) is { Length: > 0 } text ? text : null;

    /// <summary>The day in a date cell; null when it is empty.</summary>
    /// <exception cref="RowRefused">It holds something else.</exception>
    public DateOnly? Day(string field) => Read(field) is { } read ? DateOnly.FromDateTime(read.Value) : null;

    /// <summary>The day, or null also when the cell holds words: for dates that only add to the picture.</summary>
    public DateOnly? DayIfAny(string field) =>
        Text(field) is { } text && FormatOf(field).TryRead(text, out var value) ? DateOnly.FromDateTime(value) : null;

    /// <summary>The instant in a date cell, noon in the organization's zone when it names no hour; null when it is empty.</summary>
    /// <exception cref="RowRefused">It holds something else.</exception>
    public DateTimeOffset? Instant(string field)
    {
        if (Read(field) is not { } read)
            return null;
        if (read.Value.Kind == DateTimeKind.Utc)
            return new DateTimeOffset(read.Value, TimeSpan.Zero);
        var time = read.Format.HasTime ? TimeOnly.FromDateTime(read.Value) : new TimeOnly(12, 0);
        return Days.At(DateOnly.FromDateTime(read.Value), time, zone);
    }

    /// <summary>The cell of a required field.</summary>
    /// <exception cref="RowRefused">It is empty.</exception>
    public string Required(string field, string message) => Text(field) ?? throw new RowRefused(field, message);

    private (DateTime Value, DateFormat Format)? Read(string field)
    {
        if (Text(field) is not { } text)
            return null;
        var format = FormatOf(field);
        return format.TryRead(text, out var value)
            ? (value, format)
            : throw new RowRefused(field, $"'{Short(text)}' is not a date like {format.Label}.");
    }

    private DateFormat FormatOf(string field) => DateFormat.Find(mapping.DateFormats[field])!;

    internal static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}

/// <summary>Leaves one row out, with its reason; never seen outside the import.</summary>
internal sealed class RowRefused(string field, string message) : Exception(message)
{
    public string Field { get; } = field;

    public RowRefused(Problem problem)
        : this(problem.Field, problem.Message)
    {
    }
}
