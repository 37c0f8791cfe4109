using System.Text;
using CsvHelper;
using TrustCoach.Domain;

namespace TrustCoach.Services.Imports;

/// <summary>A text file read as headings and rows, whatever its encoding, separator and line ends.</summary>
public sealed class CsvTable
{
    // The separator is found by the reader; values in an error could be somebody's data.
    private static readonly CsvReaderOptions Reading = new()
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = 1024 * 1024,
        IncludeValuesInExceptions = false,
    };

    private readonly Dictionary<string, int> _columns;

    private CsvTable(IReadOnlyList<string> headings, IReadOnlyList<string[]> rows)
    {
        (Headings, Rows) = (headings, rows);
        _columns = headings.Select((heading, i) => (heading, i)).ToDictionary(h => h.heading, h => h.i);
    }

    public IReadOnlyList<string> Headings { get; }

    /// <summary>The rows below the headings, each with as many cells as there are headings.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    public string Cell(string[] row, string heading) => row[_columns[heading]];

    /// <summary>The filled cells of a column in the first rows, for guesses and samples.</summary>
    public IReadOnlyCollection<string> Sample(string heading, int rows = 2000) =>
        Rows.Take(rows).Select(r => Cell(r, heading)).Where(v => v.Length > 0).ToList();

    /// <summary>Reads a file.</summary>
    /// <returns>The table, or what is wrong with the file in a sentence.</returns>
    public static Result<CsvTable> Read(byte[] content)
    {
        if (content.Length == 0)
            return new Problem("File", "The file is empty.");
        if (content.Length > 4 && content[0] == 'P' && content[1] == 'K')
            return new Problem("File", "This is an Excel or ZIP file. Save it as CSV and upload that.");
        if (content is [0x1F, 0x8B, ..])
            return new Problem("File", "This file is compressed. Unpack it and upload the CSV inside.");
        var text = Decode(content);
        if (text.AsSpan(0, Math.Min(text.Length, 4096)).Contains('\0'))
            return new Problem("File", "This is not a text file. Save the table as CSV and upload that.");
        if (text.IndexOf('\0', StringComparison.Ordinal) is > 0 and var zero)
            return new Problem("File", $"Line {text.AsSpan(0, zero).Count('\n') + 1} holds a character that is no text. Remove it and upload the file again.");
        try
        {
            return Parse(text);
        }
        catch (CsvFormatException broken)
        {
            return new Problem("File", $"Line {broken.LineNumber} cannot be read: a quote is probably not closed. Correct it and upload the file again.");
        }
    }

    private static Result<CsvTable> Parse(string text)
    {
        using var reader = CsvReader.FromText(text, Reading);
        reader.ReadHeader();
        var headings = reader.Headers;
        if (headings is null || headings.All(string.IsNullOrWhiteSpace))
            return new Problem("File", "The first line must name the columns.");
        if (headings.Count < 2)
            return new Problem("File", "The file has one column only. Columns are separated by commas, semicolons or tabs.");
        var named = headings.Select((h, i) => string.IsNullOrWhiteSpace(h) ? $"Column {i + 1}" : h).ToArray();
        if (named.GroupBy(h => h).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new Problem("File", $"Two columns are named '{twice.Key}'. Rename one and upload the file again.");

        var rows = new List<string[]>();
        while (reader.Read())
        {
            var cells = new string[named.Length];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = i < reader.FieldCount ? reader.GetString(i) : "";
            rows.Add(cells);
        }

        return rows.Count == 0 ? new Problem("File", "The file has headings but no rows.") : new CsvTable(named, rows);
    }

    private static string Decode(byte[] content)
    {
        if (content is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(content, 2, content.Length - 2);
        if (content is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2);
        var start = content is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content, start, content.Length - start);
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8: what spreadsheets in western offices write.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }
}
