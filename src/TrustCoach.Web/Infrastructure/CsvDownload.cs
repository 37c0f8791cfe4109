using System.Globalization;
using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TrustCoach.Web.Infrastructure;

/// <summary>A chart or table of a page as rows of a file: what the page shows, and no id of anything.</summary>
/// <param name="Name">What it is of, for the file's name: "team-north".</param>
/// <param name="Rows">Cells are text, whole or decimal numbers, days, or null where nothing is known.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Headings, IEnumerable<object?[]> Rows);

/// <summary>
/// Answers with a sheet as CSV. A handler beside the page's own reads the page's own query under the page's own rights, so that a file
/// never holds more than the page.
/// </summary>
public static class CsvDownload
{
    // A spreadsheet runs what begins with = + - @ as a formula; somebody's words are not to be run.
    private static readonly CsvWriterOptions Writing = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <summary>UTF-8 with a byte order mark, which spreadsheets need to know it by; named for the sheet and the reader's day.</summary>
    public static FileContentResult Csv(this PageModel page, Sheet sheet)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, Writing, true))
        {
            Write(csv, sheet.Headings);
            foreach (var row in sheet.Rows)
                Write(csv, row);
        }

        var today = page.HttpContext.RequestServices.GetRequiredService<Viewer>().Today;
        return new FileContentResult([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8")
        {
            FileDownloadName = $"{Slug(sheet.Name)}-{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv",
        };
    }

    private static void Write(CsvWriter csv, IEnumerable<object?> cells)
    {
        foreach (var cell in cells)
        {
            switch (cell)
            {
                case int number:
                    csv.WriteField(number, "", CultureInfo.InvariantCulture);
                    break;
                case double number:
                    csv.WriteField(Math.Round(number, 3), "", CultureInfo.InvariantCulture);
                    break;
                case DateOnly day:
                    csv.WriteField(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                    break;
                default:
                    csv.WriteField((string?)cell);
                    break;
            }
        }

        csv.EndRecord();
    }

    private static string Slug(string name)
    {
        var letters = name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var slug = string.Join('-', new string([.. letters]).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "table" : slug[..Math.Min(slug.Length, 60)];
    }
}
