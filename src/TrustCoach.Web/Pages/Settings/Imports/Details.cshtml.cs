using System.Globalization;
using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.People;
using TrustCoach.Services.Imports;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.Imports;

[Needs(Thing.Import, Act.Manage)]
public sealed class DetailsModel(ImportService imports, ImportQuery query) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public RowVerdict? Verdict { get; set; }

    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    public ImportDetail Detail { get; private set; } = null!;

    public IReadOnlyList<ImportRow> Report { get; private set; } = [];

    public bool HasMore { get; private set; }

    public ImportRun Run => Detail.Run;

    public bool IsWritten => Run.State is ImportState.Applied or ImportState.Undoing or ImportState.Undone;

    public bool AsksForColumns => Run.State is ImportState.Uploaded or ImportState.Checked or ImportState.Failed;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await query.RunAsync(this.Actor(), Id, cancellation) is not { } detail)
            return NotFound();
        Input = Form.Of(detail.Run);
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        if (await imports.CheckAsync(this.Actor(), Id, Input.Mapping, cancellation) is not { } problems)
            return NotFound();
        if (problems.Count == 0)
            return RedirectToPage(new { Id });
        await LoadAsync(cancellation);
        foreach (var problem in problems)
            ModelState.AddModelError(Form.FieldOf(problem), problem.Message);
        return this.Refused();
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken cancellation) =>
        Answer(await imports.ApplyAsync(this.Actor(), Id, cancellation));

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellation) =>
        Answer(await imports.UndoAsync(this.Actor(), Id, cancellation));

    public async Task<IActionResult> OnGetReportAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        await using (var csv = CsvWriter.Create(text, new CsvWriterOptions { Injection = CsvInjection.Escape }))
        {
            csv.WriteRecord(["Row", "Verdict", "Field", "Message"]);
            foreach (var row in await query.ReportAsync(this.Actor(), Id, null, 0, int.MaxValue - 1, cancellation))
                csv.WriteRecord([row.Number.ToString(CultureInfo.InvariantCulture), ImportWords.Of(row.Verdict, IsWritten), row.Field ?? "", row.Message ?? ""]);
        }

        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv", $"report-{Path.GetFileNameWithoutExtension(Run.FileName)}.csv");
    }

    private IActionResult Answer(Result<Guid>? asked)
    {
        if (asked is not { } result)
            return NotFound();
        if (result.Refused(out var problem, out _))
            (TempData["Flash"], TempData["FlashKind"]) = (problem.Message, "refused");
        return RedirectToPage(new { Id });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await query.RunAsync(this.Actor(), Id, cancellation) is not { } detail)
            return false;
        Detail = detail;
        foreach (var field in ImportField.Of(Run.Kind))
        {
            Input.Columns.TryAdd(field.Key, null);
            Input.Formats.TryAdd(field.Key, null);
        }

        var rows = await query.ReportAsync(this.Actor(), Id, Verdict, After, ImportQuery.ReportSize, cancellation);
        (Report, HasMore) = (rows.Take(ImportQuery.ReportSize).ToList(), rows.Count > ImportQuery.ReportSize);
        return true;
    }

    public sealed class Form
    {
        /// <summary>Heading by field key.</summary>
        public Dictionary<string, string?> Columns { get; set; } = [];

        /// <summary>Date pattern by field key.</summary>
        public Dictionary<string, string?> Formats { get; set; } = [];

        public bool AddsPeople { get; set; }

        public bool AddsCustomers { get; set; }

        public Guid? TeamId { get; set; }

        internal ImportMapping Mapping => new()
        {
            Columns = Filled(Columns),
            DateFormats = Filled(Formats),
            AddsPeople = AddsPeople,
            AddsCustomers = AddsCustomers,
            TeamId = TeamId,
        };

        internal static Form Of(ImportRun run) => new()
        {
            Columns = run.Mapping.Columns.ToDictionary(c => c.Key, c => (string?)c.Value),
            Formats = run.Mapping.DateFormats.ToDictionary(c => c.Key, c => (string?)c.Value),
            AddsPeople = run.Mapping.AddsPeople,
            AddsCustomers = run.Mapping.AddsCustomers,
            TeamId = run.Mapping.TeamId,
        };

        internal static string FieldOf(Problem problem) => problem.Field switch
        {
            "" => "",
            nameof(ImportMapping.TeamId) => $"Input.{nameof(TeamId)}",
            var key => $"Input.{nameof(Columns)}[{key}]",
        };

        private static Dictionary<string, string> Filled(Dictionary<string, string?> choices) =>
            choices.Where(c => !string.IsNullOrEmpty(c.Value)).ToDictionary(c => c.Key, c => c.Value!);
    }

    public IEnumerable<SelectListItem> HeadingsFor(ImportField field) =>
        Detail.Columns.Select(c => new SelectListItem(
            c.Samples.Count == 0 ? $"{c.Heading} (empty)" : $"{c.Heading} ({string.Join(", ", c.Samples.Select(Short))})", c.Heading,
            Input.Columns.GetValueOrDefault(field.Key) == c.Heading));

    public IEnumerable<SelectListItem> FormatsFor(ImportField field) =>
        DateFormat.All.Select(f => new SelectListItem(f.Label, f.Pattern, Input.Formats.GetValueOrDefault(field.Key) == f.Pattern));

    private static string Short(string text) => text.Length > 24 ? text[..24] + "…" : text;
}
