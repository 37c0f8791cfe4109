using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.TrustLists;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Practice;
using TrustCoach.Services.TrustLists;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Lists;

/// <summary>Are they the same group, and what is my key? Worked out in memory, kept nowhere.</summary>
[Needs(Thing.TrustLists, Act.See)]
public sealed class ResultModel(TwoListsBook book, ListsBesideQuery query, TwoListsService service) : ListsPage
{
    /// <summary>Most reasons shown in the table.</summary>
    public const int TalliesShown = 12;

    public KeptLists Kept { get; private set; } = null!;

    public ListsComparison Of { get; private set; } = null!;

    public ListsBeside Beside { get; private set; } = null!;

    public HabitSuggestion Suggested => TrustKey.Suggest(Of, Beside.Traits);

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Two names are one person, or are not.</summary>
    public async Task<IActionResult> OnPostSayAsync(Guid trusted, Guid trusting, bool same, CancellationToken cancellation)
    {
        var said = await service.SayAsync(this.Actor(), new(trusted, trusting, same), cancellation);
        return said.Refused(out var problem, out _) ? await AgainAsync(problem, cancellation) : Done(same ? "One person, then." : "Two people, then.");
    }

    public async Task<IActionResult> OnPostHabitAsync(Habit habit, [FromServices] HabitService habits, CancellationToken cancellation)
    {
        if ((await habits.PickAsync(this.Actor(), habit, cancellation)).Refused(out var problem, out var picked))
            return await AgainAsync(problem, cancellation);
        TempData["Flash"] = $"Two weeks, from today: {Habits.Of(picked).Name}.";
        return RedirectToPage("/Progress/Index");
    }

    /// <summary>Puts the key on one's own agenda, in the words that were read.</summary>
    /// <param name="seen">The words that stood above the button.</param>
    public async Task<IActionResult> OnPostShareAsync(string? seen, [FromServices] AgendaService agenda, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Of.Key.ToShare is not { } words || words != seen)
            return this.Refused(new("", "Your lists say something else by now, so nothing was shared. Read the sentence again."));
        if (await agenda.AddAsync(this.Actor(), this.Actor().PersonId, words, AgendaSource.Words, cancellation) is not { } added)
            return NotFound();
        return added.Refused(out var problem, out _) ? this.Refused(problem with { Field = "" }) : Done("On your agenda: that sentence, and nothing else.");
    }

    private RedirectToPageResult Done(string said)
    {
        TempData["Flash"] = said;
        return RedirectToPage();
    }

    private async Task<IActionResult> AgainAsync(Domain.Problem problem, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return this.Refused(problem with { Field = "" });
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Kept = await book.ReadAsync(this.Actor(), cancellation);
        Of = ListsComparison.Of(Kept.Lists);
        Beside = await query.RunAsync(this.Actor(), cancellation);
    }
}
