using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Lessons;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Lessons;

/// <summary>What did I do with this year's lessons, and which do I want again?</summary>
[Needs(Thing.Lesson, Act.See)]
public sealed class YearModel(LessonYearQuery years) : PageModel
{
    private static readonly string[] Views = ["weeks", "favourites", "all"];

    public LessonYear Of { get; private set; } = null!;

    /// <summary>"weeks", "favourites" or "all".</summary>
    public string View { get; private set; } = Views[0];

    public async Task OnGetAsync([FromQuery] int? year, [FromQuery] string? view, CancellationToken cancellation)
    {
        View = Array.Find(Views, known => known == view) ?? Views[0];
        Of = await years.RunAsync(this.Actor(), year, cancellation);
    }
}
