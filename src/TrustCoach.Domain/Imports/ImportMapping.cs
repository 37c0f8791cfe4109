namespace TrustCoach.Domain.Imports;

/// <summary>What each column of a file is read as, and how what is missing is filled in. Remembered for the next file with the same headings.</summary>
public sealed record ImportMapping
{
    /// <summary>Heading by field key; a field left out is not imported.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Date pattern by field key.</summary>
    public IReadOnlyDictionary<string, string> DateFormats { get; init; } = new Dictionary<string, string>();

    /// <summary>Adds people the organization does not know, without a sign-in, instead of refusing their rows.</summary>
    public bool AddsPeople { get; init; }

    /// <summary>The team new people join, if any.</summary>
    public Guid? TeamId { get; init; }

    /// <summary>Adds customers the organization does not know instead of refusing their rows.</summary>
    public bool AddsCustomers { get; init; } = true;

    /// <summary>A first mapping guessed from the headings and values.</summary>
    /// <param name="valuesOf">Some values of a heading's column.</param>
    public static ImportMapping Guess(ImportKind kind, IReadOnlyList<string> headings, Func<string, IReadOnlyCollection<string>> valuesOf)
    {
        var columns = new Dictionary<string, string>();
        var formats = new Dictionary<string, string>();
        foreach (var field in ImportField.Of(kind))
        {
            if (field.Guess(headings.Except(columns.Values)) is not { } heading)
                continue;
            columns[field.Key] = heading;
            if (!field.IsDate)
                continue;
            // In a column that is empty so far any format will do.
            var values = valuesOf(heading);
            if (values.Count == 0 || DateFormat.Candidates(values) is [_])
                formats[field.Key] = (values.Count == 0 ? DateFormat.All : DateFormat.Candidates(values))[0].Pattern;
        }

        return new() { Columns = columns, DateFormats = formats };
    }

    /// <summary>What is missing before rows can be read, as (field key, message).</summary>
    public IEnumerable<Problem> Problems(ImportKind kind, IReadOnlyCollection<string> headings)
    {
        foreach (var field in ImportField.Of(kind))
        {
            if (!Columns.TryGetValue(field.Key, out var heading))
            {
                if (field.Required)
                    yield return new Problem(field.Key, $"Choose the column for '{field.Label}'.");
                continue;
            }

            if (!headings.Contains(heading))
                yield return new Problem(field.Key, $"The file has no column '{heading}'.");
            else if (field.IsDate && DateFormat.Find(DateFormats.GetValueOrDefault(field.Key)) is null)
                yield return new Problem(field.Key, $"Say how the dates in '{heading}' are written.");
        }

        foreach (var twice in Columns.GroupBy(c => c.Value).Where(g => g.Count() > 1))
            yield return new Problem(twice.Last().Key, $"The column '{twice.Key}' is chosen twice.");
    }
}
