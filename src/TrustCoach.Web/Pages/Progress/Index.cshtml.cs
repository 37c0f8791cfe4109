using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Practice;
using TrustCoach.Services.Goals;
using TrustCoach.Services.Practice;
using TrustCoach.Services.Records;
using TrustCoach.Services.Scoring;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Pages.History;

namespace TrustCoach.Web.Pages.Progress;

/// <summary>Which habit helps or hurts me? One's own numbers, and one habit to work on for two weeks. Nobody else sees it.</summary>
[Needs(Thing.Progress, Act.See)]
public sealed class IndexModel(ProgressQuery progress, GroupHistoryQuery histories, HabitService habits, GoalBook goals, NewsQuery records) : PageModel
{
    public ProgressPage Of { get; private set; } = null!;

    /// <summary>Null for somebody who is no rep any more.</summary>
    public HistoryView? History { get; private set; }

    /// <summary>What was agreed with who coaches them, apart from the private habit; null for somebody who is no rep any more.</summary>
    public CurrentGoals? Goals { get; private set; }

    /// <summary>What others changed on one's record, shown here before anybody else reads it.</summary>
    public NewsPage News { get; private set; } = null!;

    public Guid Me => this.Actor().PersonId;

    public string Lead => Of.IsNew
        ? "Only you see this page."
        : HabitWords.Summary(Of.Habits.Weakest(Of.Rules.Stages.EnoughEvents), Of.Habits.Strongest(Of.Rules.Stages.EnoughEvents), Of.Suggested);

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostPickAsync(Habit habit, CancellationToken cancellation)
    {
        if ((await habits.PickAsync(this.Actor(), habit, cancellation)).Refused(out var problem, out var picked))
        {
            await LoadAsync(cancellation);
            return this.Refused(problem with { Field = "" });
        }

        TempData["Flash"] = $"Two weeks, from today: {Habits.Of(picked).Name}.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostGiveUpAsync(CancellationToken cancellation)
    {
        await habits.GiveUpAsync(this.Actor(), cancellation);
        TempData["Flash"] = "Given up. What was counted stays below.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return History is null ? NotFound() : this.Csv(History.Sheet);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Of = await progress.RunAsync(this.Actor(), cancellation);
        News = await records.RunAsync(this.Actor(), 1, cancellation);
        Goals = await goals.CurrentAsync(this.Actor(), Me, cancellation);
        if (!Of.IsNew && await histories.OfRepAsync(this.Actor(), Me, null, cancellation) is { } history)
            History = new(history.Name, "Each point is what was known when the week closed.", history.History);
    }
}
