using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.People;
using TrustCoach.Services.Imports;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings.Imports;

[Needs(Thing.Import, Act.Manage)]
[RequestSizeLimit(ImportRun.MaxBytes + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = ImportRun.MaxBytes + (1024 * 1024))]
public sealed class IndexModel(ImportService imports, ImportQuery query) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<ImportLine> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!ModelState.IsValid)
            return this.Refused();
        using var content = new MemoryStream();
        await Input.File!.CopyToAsync(content, cancellation);
        var uploaded = await imports.UploadAsync(this.Actor(), Input.Kind!.Value, Input.File.FileName, content.ToArray(), cancellation);
        return uploaded.Refused(out var problem, out var id) ? this.Refused(problem) : RedirectToPage("Details", new { id });
    }

    private async Task LoadAsync(CancellationToken cancellation) => Lines = await query.ListAsync(this.Actor(), cancellation);

    public sealed class Form
    {
        [Required(ErrorMessage = "Say what the file holds.")]
        public ImportKind? Kind { get; set; }

        [Required(ErrorMessage = "Choose a CSV file.")]
        public IFormFile? File { get; set; }
    }
}
