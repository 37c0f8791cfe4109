using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Lessons;
using TrustCoach.Domain.People;
using TrustCoach.Services.Lessons;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Lessons;

/// <summary>One lesson, and what one does with it.</summary>
[Needs(Thing.Lesson, Act.See)]
public sealed class DetailsModel(LessonQuery lessons, LessonMarkService marks) : PageModel
{
    public LessonPage Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await lessons.FindAsync(this.Actor(), slug, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }

    public Task<IActionResult> OnPostDoneAsync(string slug, bool week, CancellationToken cancellation) => MarkAsync(slug, week, LessonState.Done, "Done.", cancellation);

    public Task<IActionResult> OnPostSkipAsync(string slug, bool week, CancellationToken cancellation) => MarkAsync(slug, week, LessonState.Skipped, "Skipped. It stays here for the day you want it.", cancellation);

    public Task<IActionResult> OnPostUndoAsync(string slug, bool week, CancellationToken cancellation) => MarkAsync(slug, week, null, "Taken back.", cancellation);

    /// <param name="keep">Keep it among the favourites, or take it out.</param>
    public async Task<IActionResult> OnPostFavourAsync(string slug, bool week, bool keep, CancellationToken cancellation) =>
        await marks.FavourAsync(this.Actor(), slug, keep, cancellation) ? Back(slug, week, keep ? "Kept among your favourites." : "No favourite any more.") : NotFound();

    private async Task<IActionResult> MarkAsync(string slug, bool week, LessonState? state, string said, CancellationToken cancellation)
    {
        if (!await marks.MarkAsync(this.Actor(), slug, state, cancellation))
            return NotFound();
        if (state is not null)
            TempData["UndoUrl"] = $"/lessons/{slug}?handler=Undo&week={week}";
        return Back(slug, week, said);
    }

    // Back to where it was pressed: the page of the week, or the lesson's own.
    private RedirectResult Back(string slug, bool week, string said)
    {
        TempData["Flash"] = said;
        return Redirect(week ? "/lessons" : $"/lessons/{slug}");
    }
}
