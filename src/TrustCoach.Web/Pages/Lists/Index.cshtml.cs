using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Domain.TrustLists;
using TrustCoach.Services.TrustLists;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Lists;

/// <summary>Two sheets of paper: whom do I trust, who trusts me, and why?</summary>
[Needs(Thing.TrustLists, Act.See)]
public sealed class IndexModel(TwoListsBook book, TwoListsService service) : ListsPage
{
    [BindProperty] public NameForm Trusted { get; set; } = new();

    [BindProperty] public NameForm Trusting { get; set; } = new();

    /// <summary>The sheet that was written on last: its field takes the keyboard.</summary>
    [BindProperty(SupportsGet = true)] public PaperSheet? On { get; set; }

    public KeptLists Kept { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public Task<IActionResult> OnPostTrustedAsync(CancellationToken cancellation) => AddAsync(PaperSheet.Trusted, Trusted, cancellation);

    public Task<IActionResult> OnPostTrustingAsync(CancellationToken cancellation) => AddAsync(PaperSheet.Trusting, Trusting, cancellation);

    private async Task<IActionResult> AddAsync(PaperSheet sheet, NameForm form, CancellationToken cancellation)
    {
        if ((await service.AddAsync(this.Actor(), sheet, form.Id, form.Written, cancellation)).Refused(out var problem, out _))
        {
            await LoadAsync(cancellation);
            return this.Refused(problem, sheet.ToString());
        }

        TempData["Flash"] = "Written down, for your eyes only.";
        // Without a place in its address: browsers give a field the keyboard only then.
        return RedirectToPage(null, new { on = sheet });
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Kept = await book.ReadAsync(this.Actor(), cancellation);
        foreach (var form in (NameForm[])[Trusted, Trusting])
            form.Id = form.Id == Guid.Empty ? Guid.NewGuid() : form.Id;
    }
}
