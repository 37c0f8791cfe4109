using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Lessons;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Lessons;

/// <summary>What do I practise? This week's lesson, with one's own log beneath the exercise.</summary>
[Needs(Thing.Lesson, Act.See)]
public sealed class IndexModel(LessonQuery lessons) : PageModel
{
    public LessonPage Of { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Of = await lessons.ThisWeekAsync(this.Actor(), cancellation);
}
