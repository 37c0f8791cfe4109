using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Lessons;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Pages.Lessons;

namespace TrustCoach.Web.Pages.Team.Lessons;

/// <summary>What does my team practise next? The order of its lessons, and a lesson for what keeps breaking.</summary>
[Needs(Thing.Lesson, Act.Manage)]
public sealed class IndexModel(TeamLessonsQuery teams, LessonOrderService order) : PageModel
{
    /// <summary>Weeks shown at once; the others open.</summary>
    public const int Near = 13;

    public TeamLessonsPage Of { get; private set; } = null!;

    /// <summary>The period of the signals page one came from.</summary>
    public int Days { get; private set; }

    /// <summary>The place of the week that was moved last.</summary>
    public int At { get; private set; }

    public string Lead => $"{TeamWords.Count(Of.Following.Count, "rep reads", "reps read")} by this order. Next week: {Of.Ahead[0].Lesson.Title}.";

    public async Task<IActionResult> OnGetAsync(Guid id, string? signal, int? days, Guid? team, DateOnly? at, CancellationToken cancellation)
    {
        if (team is { } other && other != id)
            return Redirect(LessonWords.Team(other));
        if (!await LoadAsync(id, signal, days, cancellation))
            return await teams.OrderingAsync(this.Actor(), id, cancellation) is { } by ? Redirect(LessonWords.Team(by) + Request.QueryString) : NotFound();
        At = at is { } week ? Of.Ahead.ToList().FindIndex(row => row.Week == week) : -1;
        return Page();
    }

    public async Task<IActionResult> OnPostPickAsync(Guid id, int version, string? lesson, string? signal, int? days, CancellationToken cancellation) => await AnswerAsync(
        id, await order.PutAsync(this.Actor(), new(id, version, lesson, IsChosen: true, Signal: Breaches.Of(signal), Days: days), cancellation), signal, days, null,
        cancellation);

    /// <param name="week">The Monday of the week whose lesson moves.</param>
    /// <param name="by">-1 earlier, 1 later.</param>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, int version, DateOnly week, int by, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, null, null, cancellation))
            return NotFound();
        var to = week.AddDays(7 * Math.Sign(by));
        var lesson = Of.Ahead.FirstOrDefault(row => row.Week == week)?.Lesson.Slug;
        return await AnswerAsync(id, await order.PutAsync(this.Actor(), new(id, version, lesson, to), cancellation), null, null, to, cancellation);
    }

    public async Task<IActionResult> OnPostResetAsync(Guid id, int version, CancellationToken cancellation)
    {
        if (await order.ResetAsync(this.Actor(), id, version, cancellation) is not { } reset || !await LoadAsync(id, null, null, cancellation))
            return NotFound();
        if (reset.Refused(out var problem, out _))
            return this.Refused(problem with { Field = "" });
        TempData["Flash"] = "From next week on your team reads in the order for all.";
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult> AnswerAsync(
        Guid id, Result<LessonAhead>? put, string? signal, int? days, DateOnly? moved, CancellationToken cancellation)
    {
        if (put is not { } result || !await LoadAsync(id, signal, days, cancellation))
            return NotFound();
        if (result.Refused(out var problem, out var ahead))
            return this.Refused(problem with { Field = "" });
        if (moved is null)
            TempData["Flash"] = $"Next week your team reads “{ahead.Lesson.Title}”.";
        return moved is { } week
            ? LocalRedirect($"{LessonWords.Team(id)}?at={week:yyyy-MM-dd}#week-{week:yyyy-MM-dd}")
            : RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(Guid id, string? signal, int? days, CancellationToken cancellation)
    {
        Days = CoachingPeriod.Of(days, default).Days;
        return (Of = (await teams.RunAsync(this.Actor(), id, Breaches.Of(signal), days, cancellation))!) is not null;
    }
}
